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
        decode(LabelledNumbers.self, from: "shownNumbers", context.value(paintedFiguresJSON()))?.numbers ?? ShownNumbers()
    }

    /// By `score`, `lines` and `level` the text in which the last answer of ``shownNumbers()`` stands.
    public func shownNumberSources() -> [String: String] {
        decode([String: String].self, from: "shownNumberSources") ?? [:]
    }

    /// The figures on canvases as they were found last, and what was painted on these then: many games paint the same
    /// picture again in every frame.
    private struct KnownFigures {
        var canvases: [Int]
        var boxes: [[PaintedBox]]
        var json: String
    }

    private func paintedFiguresJSON() -> String {
        let canvases = canvasNumbers()
        guard !canvases.isEmpty else { return "[]" }
        let boxes = canvases.map { self.boxes(ofSurface: $0) }
        guard boxes.contains(where: { $0.contains { $0.kind == .text } }) else { return "[]" }
        if let known = notes["figures"] as? KnownFigures, known.canvases == canvases, known.boxes == boxes { return known.json }
        let figures = boxes.flatMap(paintedFigures)
        let encoded = figures.isEmpty ? nil : try? JSONEncoder().encode(figures)
        let json = encoded.map { String(decoding: $0, as: UTF8.self) } ?? "[]"
        notes["figures"] = KnownFigures(canvases: canvases, boxes: boxes, json: json)
        return json
    }

    /// Texts with a figure among a canvas's boxes, each followed by the text that labels it: the one to its left on the same
    /// line, or the one right above.
    private func paintedFigures(_ boxes: [PaintedBox]) -> [String] {
        let texts = ReadableTexts.of(boxes)
        return texts.flatMap { box -> [String] in
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

/// The prelude's answer: a number, or null where there is none or it isn't a number any more.
private struct LabelledNumbers: Decodable {
    var score, lines, level: Double?

    var numbers: ShownNumbers { ShownNumbers(score: score, lines: lines, level: level) }
}
