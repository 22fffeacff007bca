/// Pictures that pages make of characters, as games drawn in ASCII art do: many lines of text of one pitch.
enum TextPicture {
    /// Fewer lines or characters are a text and no picture.
    private static let linesMin = 8
    private static let charactersMin = 64

    /// The boxes with every run of text that is part of such a picture taken apart into its characters, without spaces.
    static func split(_ boxes: [PaintedBox], _ looks: PaintedLooks) -> [PaintedBox] {
        let runs = boxes.indices.filter { boxes[$0].kind == .text }
        guard runs.count >= linesMin else { return boxes }
        var groups: [Pitch: [Int]] = [:]
        for index in runs {
            let count = looks.textLength(of: boxes[index].look)
            guard count > 0 else { continue }
            groups[Pitch(boxes[index], characters: count), default: []].append(index)
        }
        let parts = Set(groups.values.map { picture(among: $0, boxes, looks) }.joined())
        guard !parts.isEmpty else { return boxes }
        return boxes.indices.flatMap { parts.contains($0) ? characters(of: boxes[$0], looks) : [boxes[$0]] }
    }

    /// The runs of one pitch that are lines of a picture: all of them, or those on the lines of some that begin below each other,
    /// where other text of the same font stands beside it.
    private static func picture(among runs: [Int], _ boxes: [PaintedBox], _ looks: PaintedLooks) -> [Int] {
        guard runs.count >= linesMin else { return [] }
        if isPicture(runs.map { boxes[$0] }, looks) { return runs }
        let columns = Dictionary(grouping: runs) { boxes[$0].x }.values.map { $0.map { boxes[$0] } }
        let pictures = columns.filter { $0.count >= linesMin && isPicture($0, looks) }
        let lines = Set(pictures.joined().map(\.y))
        return runs.filter { lines.contains(boxes[$0].y) }
    }

    /// A character's size in tenths of a pixel.
    private struct Pitch: Hashable {
        var width, height: Int

        init(_ box: PaintedBox, characters: Int) {
            width = Int((box.width / Double(characters) * 10).rounded())
            height = Int((box.height * 10).rounded())
        }
    }

    private static func isPicture(_ runs: [PaintedBox], _ looks: PaintedLooks) -> Bool {
        let lines = Set(runs.map(\.y)).sorted()
        guard lines.count >= linesMin, runs.reduce(0, { $0 + looks.textLength(of: $1.look) }) >= charactersMin else { return false }
        let gaps = zip(lines.dropFirst(), lines).map { $0 - $1 }
        guard let least = gaps.min(), least > 1 else { return false }
        return gaps.allSatisfy { abs($0 / least - ($0 / least).rounded()) < 0.05 }
    }

    private static func characters(of run: PaintedBox, _ looks: PaintedLooks) -> [PaintedBox] {
        let text = looks.text(of: run.look)
        let style = looks.description(of: run.look).dropLast(text.count)
        let pitch = run.width / Double(max(text.count, 1))
        return text.enumerated().compactMap { index, character in
            guard !character.isWhitespace else { return nil }
            var box = run
            box.x += Double(index) * pitch
            box.width = pitch
            box.look = looks.id(of: style + String(character))
            return box
        }
    }
}
