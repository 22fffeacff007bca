import Scenarios

/// What a submission does now, held against what it did before.
public struct RecordComparison: Sendable, Equatable {
    public enum Outcome: String, Sendable, CaseIterable {
        /// Something that held before doesn't hold any more.
        case regressed
        /// It could be judged before and can't be now.
        case unjudged
        /// Something holds that didn't, and nothing is worse.
        case fixed
        /// Neither better nor worse, but not the same.
        case changed
        case same
        /// There was no such submission.
        case new
        /// There is no such submission any more.
        case gone
    }

    public var id: String
    public var outcome: Outcome
    /// What is other than before, a line each.
    public var differences: [String]

    public init(id: String, outcome: Outcome, differences: [String] = []) {
        self.id = id
        self.outcome = outcome
        self.differences = differences
    }

    public init(before: ResultRecord, now: ResultRecord) {
        var worse: [String] = []
        var better: [String] = []
        var other: [String] = []
        if let change = Self.step(before.verdict.rank, now.verdict.rank) {
            let line = "verdict: \(before.verdict.rawValue) → \(now.verdict.rawValue)" + (now.reason.map { " (\($0))" } ?? "")
            if change < 0 { worse.append(line) } else { better.append(line) }
        } else if before.verdict != now.verdict {
            other.append("verdict: \(before.verdict.rawValue) → \(now.verdict.rawValue)")
        }
        if now.verdict != .unknown {
            for (line, isWorse) in Self.checkChanges(before, now) {
                if let isWorse { if isWorse { worse.append(line) } else { better.append(line) } } else { other.append(line) }
            }
            other += Self.factChanges(before, now)
        }
        let isUnjudged = now.verdict == .unknown && before.verdict != .unknown
        let outcome: Outcome =
            isUnjudged ? .unjudged : !worse.isEmpty ? .regressed : !better.isEmpty ? .fixed : !other.isEmpty ? .changed : .same
        self.init(id: now.id, outcome: outcome, differences: worse + better + other)
    }

    /// Below 0 for the worse, above for the better; nil when neither or when one of them is unknown.
    private static func step(_ before: Int?, _ now: Int?) -> Int? {
        guard let before, let now, before != now else { return nil }
        return now - before
    }

    /// - Returns: a line for each check whose status is another; whether it is worse, nil for neither.
    private static func checkChanges(_ before: ResultRecord, _ now: ResultRecord) -> [(line: String, isWorse: Bool?)] {
        let known = Dictionary(before.checks.map { ($0.id, $0) }) { first, _ in first }
        var changes: [(line: String, isWorse: Bool?)] = now.checks.compactMap { check in
            guard let old = known[check.id], old.status != check.status else { return nil }
            let line = "\(check.id): \(old.status.rawValue) → \(check.status.rawValue)" + (check.detail.map { " (\($0))" } ?? "")
            switch (old.status, check.status) {
            case (.pass, .fail), (.pass, .absent): return (line, true)
            case (.fail, .pass), (.absent, .pass): return (line, false)
            default: return (line, nil)
            }
        }
        let ids = Set(now.checks.map(\.id))
        // A game that breaks early has no findings for what comes later.
        changes += before.checks.filter { !ids.contains($0.id) && $0.status == .pass }.map { ("\($0.id): not judged any more", nil) }
        return changes
    }

    private static func factChanges(_ before: ResultRecord, _ now: ResultRecord) -> [String] {
        var lines: [String] = []
        if before.failure != now.failure {
            lines.append("failure: \(before.failure?.rawValue ?? "none") → \(now.failure?.rawValue ?? "none")")
        }
        let (old, new) = (before.observed.facts, now.observed.facts)
        lines += zip(old, new).filter { $0.value != $1.value }.map { "\($0.name): \($0.value) → \($1.value)" }
        if let digest = before.traceDigest, let current = now.traceDigest, digest != current {
            lines.append("a recorded session differs from frame to frame")
        }
        return lines
    }
}

extension Verdict {
    /// The better, the higher; nil for what could not be judged.
    fileprivate var rank: Int? {
        switch self {
        case .plays: 2
        case .flawed: 1
        case .broken: 0
        case .unknown: nil
        }
    }
}

extension ObservedFacts {
    /// Each fact in words, in a fixed order.
    fileprivate var facts: [(name: String, value: String)] {
        func list(_ parts: [String]) -> String { parts.isEmpty ? "none" : parts.joined(separator: ", ") }
        func text(_ numbers: [String: Double]?) -> String {
            list((numbers ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key): \(shortNumber($0.value))" })
        }
        return [
            ("columns", columns.map(String.init) ?? "none"), ("rows", rows.map(String.init) ?? "none"), ("render", render ?? "none"),
            ("board", board ?? "none"), ("start", start ?? "none"),
            ("controls", list(orderedControls.map { "\($0.name) \($0.key == " " ? "Space" : $0.key)" })), ("scoring", text(scoring)),
            ("scoringPer", scoringPer ?? "none"), ("dropPoints", text(dropPoints)),
            ("gravityMs", list(gravityMs.map(shortNumber))),
        ]
    }
}
