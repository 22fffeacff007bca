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
    /// The score, the rows and the level as the page shows them; nil for what it doesn't show.
    public func shownNumbers() -> ShownNumbers {
        decode(LabelledNumbers.self, from: "shownNumbers")?.numbers ?? ShownNumbers()
    }
}

/// The prelude's answer: a number, or null where there is none or it isn't a number any more.
private struct LabelledNumbers: Decodable {
    var score, lines, level: Double?

    var numbers: ShownNumbers { ShownNumbers(score: score, lines: lines, level: level) }
}
