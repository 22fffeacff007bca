/// What a game pays, worked out from what its score did.
public struct ScoringRule: Sendable, Equatable {
    /// Points for a row of a soft drop, for a row of a hard drop, and for a piece that came to rest.
    public private(set) var soft = 0.0, hard = 0.0, lock = 0.0
    /// Points by the number of rows removed at once, at the level at which the game begins.
    public private(set) var rows: [Int: Double] = [:]
    /// What the points for rows are multiplied by, `level` or `level+1`; nil when they stay the same or nothing can be said.
    public private(set) var factor: String?

    /// - Parameter steps: of one game or of several of the same kind.
    public init(_ steps: [ScoreStep]) {
        findDrops(steps.filter { $0.lines == 0 })
        findRows(steps.filter { $0.lines > 0 && $0.points != nil })
    }

    /// The part of a step's points that is for rows; nil where the score is no number.
    public func forRows(_ step: ScoreStep) -> Double? {
        step.points.map { $0 - dropped(step) }
    }

    private func dropped(_ step: ScoreStep) -> Double {
        soft * Double(step.softRows) + hard * Double(step.hardRows) + lock
    }

    /// Fewest pieces, and least part of them, that an assumption must be right for.
    private static let samplesMin = 3
    private static let shareMin = 0.6

    /// Tries the usual points a row and keeps what explains most pieces that removed nothing.
    private mutating func findDrops(_ steps: [ScoreStep]) {
        let known = steps.filter { $0.points != nil }
        guard known.count >= Self.samplesMin else { return }
        var best = Int(Self.shareMin * Double(known.count))
        for (soft, hard) in [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 2), (2, 0), (0, 10), (10, 0)] as [(Double, Double)] {
            let rests = known.compactMap { step in step.points.map { $0 - soft * Double(step.softRows) - hard * Double(step.hardRows) } }
            guard let (rest, count) = Self.mostFrequent(rests), count > best, rest >= 0 else { continue }
            best = count
            (self.soft, self.hard, self.lock) = (soft, hard, rest)
        }
    }

    private mutating func findRows(_ steps: [ScoreStep]) {
        guard let first = steps.compactMap(\.level).min() else {
            // The level may grow unseen: the least that was given for so many rows was given first.
            rows = Dictionary(grouping: steps, by: \.lines).compactMapValues { $0.compactMap(forRows).min() }
            return
        }
        let factors: [(name: String?, by: (Double) -> Double)] = [(nil, { _ in 1 }), ("level", { $0 }), ("level+1", { $0 + 1 })]
        var best = -1
        for (name, by) in factors where by(first) > 0 {
            let values = steps.map { ($0.lines, (forRows($0) ?? 0) / by($0.level ?? first) * by(first)) }
            let agreeing = Dictionary(grouping: values, by: \.0).values.reduce(0) { $0 + (Self.mostFrequent($1.map(\.1))?.count ?? 0) }
            guard agreeing > best else { continue }
            best = agreeing
            factor = name
            adopt(values)
        }
    }

    private mutating func adopt(_ values: [(lines: Int, points: Double)]) {
        rows = Dictionary(grouping: values, by: \.lines).compactMapValues { Self.mostFrequent($0.map(\.points))?.value }
    }

    /// Of several equally frequent ones the first.
    private static func mostFrequent(_ numbers: [Double]) -> (value: Double, count: Int)? {
        var counts: [(value: Double, count: Int)] = []
        for number in numbers.map({ ($0 * 100).rounded() / 100 }) {
            if let index = counts.firstIndex(where: { $0.value == number }) { counts[index].count += 1 } else { counts.append((number, 1)) }
        }
        return counts.enumerated().max { ($0.element.count, -$0.offset) < ($1.element.count, -$1.offset) }?.element
    }
}
