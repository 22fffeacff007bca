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
        let figures = paintedFigures()
        let painted = figures.isEmpty ? nil : try? JSONEncoder().encode(figures)
        return decode(LabelledNumbers.self, from: "shownNumbers", context.value(painted.map { String(decoding: $0, as: UTF8.self) } ?? "[]"))?.numbers ?? ShownNumbers()
    }

    /// Texts with a figure that are painted on canvases, each followed by the text that labels it: the one to its left on
    /// the same line, or the one right above.
    private func paintedFigures() -> [String] {
        canvasNumbers().flatMap { canvas -> [String] in
            let boxes = ReadableTexts.of(boxes(ofSurface: canvas))
            return boxes.flatMap { box -> [String] in
                let text = looks.text(of: box.look)
                guard text.contains(where: \.isNumber) else { return [] }
                let label = boxes.filter { Self.labels($0, box) }.min { Self.distance($0, box) < Self.distance($1, box) }
                return [text, label.map { looks.text(of: $0.look) } ?? ""]
            }
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
