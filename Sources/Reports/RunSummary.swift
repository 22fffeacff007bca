import Scenarios

/// What a run over submissions came to.
public struct RunSummary: Sendable, Equatable {
    public private(set) var counts: [Verdict: Int] = [:]
    public var wallSeconds: Double

    public init(wallSeconds: Double = 0) {
        self.wallSeconds = wallSeconds
    }

    public mutating func add(_ record: ResultRecord) {
        counts[record.verdict, default: 0] += 1
    }

    public subscript(verdict: Verdict) -> Int { counts[verdict, default: 0] }

    public var total: Int { counts.values.reduce(0, +) }

    /// 0 when everything plays, 1 when something is flawed or broken, 3 when something could not be judged.
    public var exitCode: Int32 {
        if self[.broken] + self[.flawed] > 0 { return 1 }
        return self[.unknown] > 0 ? 3 : 0
    }

    /// As `4 submissions: 2 play, 1 flawed, 1 broken (3.2 s)`.
    public var sentence: String {
        let time = wallSeconds > 0 ? " (\(shortNumber((wallSeconds * 10).rounded() / 10)) s)" : ""
        return "\(total) submission\(total == 1 ? "" : "s")\(total == 0 ? "" : ": " + countsText)\(time)"
    }

    /// As `2 play, 1 flawed, 1 broken`.
    public var countsText: String {
        let words: [(Verdict, String)] = [
            (.plays, total == 1 ? "plays" : "play"), (.flawed, "flawed"), (.broken, "broken"), (.unknown, "unknown"),
        ]
        return words.filter { self[$0.0] > 0 }.map { "\(self[$0.0]) \($0.1)" }.joined(separator: ", ")
    }
}
