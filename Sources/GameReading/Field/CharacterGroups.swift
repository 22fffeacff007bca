import WebPage

/// Cells that are two or three characters wide, as `[]` and `[1]` are: characters are taller than wide, so many games draw
/// them so.
struct CharacterGroups {
    private let originX: Double
    private let pitch: Double
    /// Characters in a group.
    private let size: Int

    /// Figures beside the playfield may change a character at a time.
    private static let leastPart = 0.8
    /// A wider cell would be no square.
    private static let sizes = 2...3

    /// Finds out whether the characters that change from picture to picture change in groups, each group beginning at a whole
    /// number of groups from the others; nil where they don't.
    init?(changes: [BoxChange]) {
        let boxes = changes.flatMap { $0.removed + $0.added }.filter(Self.isCharacter)
        guard let first = boxes.min(by: { $0.x < $1.x }), boxes.allSatisfy({ abs($0.width - first.width) < 0.1 }) else { return nil }
        let candidates = Self.sizes.flatMap { size in
            (0..<size).map { CharacterGroups(originX: first.x - Double($0) * first.width, pitch: first.width, size: size) }
        }
        // Where groups of several sizes fit, as in a piece that lies, those are right that look the same, or else the larger ones.
        let fitting = candidates.map { (groups: $0, part: $0.groupedPart(of: changes)) }.filter { $0.part >= Self.leastPart }
        let ranked = fitting.map { (groups: $0.groups, part: $0.part, looks: $0.groups.looks(in: changes)) }
        guard let best = ranked.min(by: { ($0.looks, -$0.part, -$0.groups.size) < ($1.looks, -$1.part, -$1.groups.size) }) else { return nil }
        self = best.groups
    }

    private init(originX: Double, pitch: Double, size: Int) {
        self.originX = originX
        self.pitch = pitch
        self.size = size
    }

    /// How many of the characters that change do so with all of their group.
    private func groupedPart(of changes: [BoxChange]) -> Double {
        var changed = 0, grouped = 0
        for change in changes {
            var places: [Double: Set<Int>] = [:]
            for box in (change.removed + change.added).filter(Self.isCharacter) { places[box.y, default: []].insert(place(of: box)) }
            for line in places.values {
                changed += line.count
                grouped += line.count { place in (0..<size).allSatisfy { line.contains(group(of: place) * size + $0) } }
            }
        }
        return Double(grouped) / Double(max(changed, 1))
    }

    /// How many looks the groups that change have.
    private func looks(in changes: [BoxChange]) -> Int {
        let groups = changes.flatMap { [$0.removed, $0.added] }.flatMap { joined($0.filter(Self.isCharacter)) }
        return Set(groups.map(\.look)).count
    }

    private static func isCharacter(_ box: PaintedBox) -> Bool {
        box.kind == .text && box.width < box.height
    }

    private func place(of box: PaintedBox) -> Int {
        Int(((box.x - originX) / pitch).rounded())
    }

    /// The group of a character's place, which may lie before the first.
    private func group(of place: Int) -> Int {
        Int((Double(place) / Double(size)).rounded(.down))
    }

    /// The picture with the characters of each group as one box, whose look stands for all of them.
    func joined(_ picture: [PaintedBox]) -> [PaintedBox] {
        var result: [PaintedBox] = []
        var groups: [Key: Int] = [:]
        for box in picture {
            guard Self.isCharacter(box), abs(box.width - pitch) < 0.1 else {
                result.append(box)
                continue
            }
            let key = Key(group: group(of: place(of: box)), y: box.y)
            if let index = groups[key] {
                result[index].look = (result[index].look &* 31 &+ box.look) & .max
                continue
            }
            groups[key] = result.count
            var whole = box
            whole.x = originX + Double(size * key.group) * pitch
            whole.width = Double(size) * pitch
            result.append(whole)
        }
        return result
    }

    private struct Key: Hashable {
        var group: Int
        var y: Double
    }
}
