import Foundation
import ScriptEngine
import WebPage

/// The figures that a game shows beside its playfield.
public struct ShownNumbers: Sendable, Equatable {
    public var score, lines, level: Double?

    public init(score: Double? = nil, lines: Double? = nil, level: Double? = nil) {
        self.score = score
        self.lines = lines
        self.level = level
    }
}

extension Page {
    /// The score, the rows and the level as the page shows them, in its document or on a canvas; nil for what it doesn't
    /// show.
    public func shownNumbers() -> ShownNumbers {
        guard hang == nil else { return ShownNumbers() }
        let painted = paintedFiguresJSON()
        let known = notes["numbers"] as? KnownNumbers ?? KnownNumbers(painted: nil, cells: sharedNumbers("shownNumbers"))
        if known.painted != painted || !known.holds {
            guard look(by: "findShownNumbers", context.value(painted)) else { return ShownNumbers() }
            notes["numbers"] = KnownNumbers(painted: painted, cells: known.cells)
        }
        return known.numbers
    }

    /// What was found last: where the prelude keeps it, and what was painted on canvases then.
    private struct KnownNumbers {
        var painted: String?
        var cells: SharedNumbers

        /// Whether it still is what the document shows.
        var holds: Bool { cells[0] != 0 }
        var numbers: ShownNumbers { ShownNumbers(score: number(1), lines: number(2), level: number(3)) }

        private func number(_ index: Int) -> Double? { cells[index].isNaN ? nil : cells[index] }
    }

    /// By `score`, `lines` and `level` the text in which the last answer of ``shownNumbers()`` stands.
    public func shownNumberSources() -> [String: String] {
        decode([String: String].self, from: "shownNumberSources") ?? [:]
    }

    /// The figures on canvases as they were found last, and the texts on each in which they were: games paint much else.
    private struct KnownFigures {
        var texts: [[PaintedBox]]
        var json: String
    }

    private func paintedFiguresJSON() -> String {
        let texts = canvasNumbers().map { ReadableTexts.of(boxes(ofSurface: $0)) }
        guard texts.contains(where: { !$0.isEmpty }) else { return "[]" }
        if let known = notes["figures"] as? KnownFigures, known.texts == texts { return known.json }
        let figures = texts.flatMap(paintedFigures)
        let encoded = figures.isEmpty ? nil : try? JSONEncoder().encode(figures)
        let json = encoded.map { String(decoding: $0, as: UTF8.self) } ?? "[]"
        notes["figures"] = KnownFigures(texts: texts, json: json)
        return json
    }

    /// Texts with a figure among a canvas's, each followed by the text that labels it: the one to its left on the same
    /// line, or the one right above.
    private func paintedFigures(_ texts: [PaintedBox]) -> [String] {
        texts.flatMap { box -> [String] in
            let text = looks.text(of: box.look)
            guard text.contains(where: \.isNumber) else { return [] }
            let label = texts.filter { Self.labels($0, box) }.min { Self.distance($0, box) < Self.distance($1, box) }
            return [text, label.map { looks.text(of: $0.look) } ?? ""]
        }
    }

    private static func labels(_ label: PaintedBox, _ figure: PaintedBox) -> Bool {
        let isBeside = abs(label.y - figure.y) < figure.height / 2 && label.x < figure.x
        let isAbove = label.y < figure.y && figure.y - label.y < 3 * figure.height && label.x < figure.x + figure.width
            && figure.x < label.x + label.width
        return isBeside || isAbove
    }

    private static func distance(_ label: PaintedBox, _ figure: PaintedBox) -> Double {
        abs(label.x - figure.x) + abs(label.y - figure.y)
    }
}
