import WebPage

/// Cells that are two characters wide, as `[]` is: characters are taller than wide, so many games draw them so.
struct CharacterPairs {
    private let originX: Double
    private let pitch: Double

    /// Figures beside the playfield may change a character at a time.
    private static let leastPart = 0.8

    /// Finds out whether the characters that change from picture to picture change in pairs, each pair beginning at an
    /// even number of characters from the others; nil where they don't.
    init?(changes: [BoxChange]) {
        let boxes = changes.flatMap { $0.removed + $0.added }.filter(Self.isCharacter)
        guard let first = boxes.min(by: { $0.x < $1.x }), boxes.allSatisfy({ abs($0.width - first.width) < 0.1 }) else { return nil }
        let candidates = [first.x, first.x - first.width].map { CharacterPairs(originX: $0, pitch: first.width) }
        let parts = candidates.map { $0.pairedPart(of: changes) }
        self = parts[1] > parts[0] ? candidates[1] : candidates[0]
        guard max(parts[0], parts[1]) >= Self.leastPart else { return nil }
    }

    private init(originX: Double, pitch: Double) {
        self.originX = originX
        self.pitch = pitch
    }

    /// How many of the characters that change do so with their partner.
    private func pairedPart(of changes: [BoxChange]) -> Double {
        var changed = 0, paired = 0
        for change in changes {
            var places: [Double: Set<Int>] = [:]
            for box in (change.removed + change.added).filter(Self.isCharacter) { places[box.y, default: []].insert(place(of: box)) }
            for line in places.values {
                changed += line.count
                paired += line.count { line.contains($0 ^ 1) }
            }
        }
        return Double(paired) / Double(max(changed, 1))
    }

    private static func isCharacter(_ box: PaintedBox) -> Bool {
        box.kind == .text && box.width < box.height
    }

    private func place(of box: PaintedBox) -> Int {
        Int(((box.x - originX) / pitch).rounded())
    }

    /// The picture with the characters of each pair as one box, whose look stands for both.
    func joined(_ picture: [PaintedBox]) -> [PaintedBox] {
        var result: [PaintedBox] = []
        var pairs: [Key: Int] = [:]
        for box in picture {
            guard Self.isCharacter(box), abs(box.width - pitch) < 0.1 else {
                result.append(box)
                continue
            }
            let key = Key(pair: place(of: box) >> 1, y: box.y)
            if let index = pairs[key] {
                result[index].look = (result[index].look &* 31 &+ box.look) & .max
                continue
            }
            pairs[key] = result.count
            var pair = box
            pair.x = originX + Double(2 * key.pair) * pitch
            pair.width = 2 * pitch
            result.append(pair)
        }
        return result
    }

    private struct Key: Hashable {
        var pair: Int
        var y: Double
    }
}
