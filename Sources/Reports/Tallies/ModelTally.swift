import Scenarios

/// What the submissions of one model came to under one rulebook.
public struct ModelTally: Sendable, Equatable {
    /// A check over all of them. A submission in which it could not be judged doesn't count; one that is broken before
    /// it came to the check does not pass it.
    public struct Check: Sendable, Equatable {
        public var id: String
        public var level: CheckLevel
        public var passes: Proportion
        /// How many games lack what the check is about.
        public var absent: Int
    }

    /// The answers to one task.
    struct Answers: Sendable, Equatable {
        var count = 0
        var playing = 0
    }

    public let rules: String
    /// Nil for submissions whose input names no model.
    public let model: String?
    public internal(set) var verdicts: [Verdict: Int] = [:]
    /// First causes of the submissions that don't play.
    public internal(set) var failures: [FailureKind: Int] = [:]
    var tasks: [String: Answers] = [:]
    private var counts: [String: Counts] = [:]

    /// What a check came to in the submissions that have a verdict.
    private struct Counts: Sendable, Equatable {
        var level: CheckLevel
        var passed = 0
        var absent = 0
        var unknown = 0
        var seen = 0
        var seenInBroken = 0
    }

    init(rules: String, model: String?) {
        self.rules = rules
        self.model = model
    }

    /// The model's name for people.
    public var name: String { model ?? "(no model)" }
    public var submissions: Int { verdicts.values.reduce(0, +) }
    /// Those that could be judged.
    public var judged: Int { submissions - verdicts[.unknown, default: 0] }

    /// How many have this verdict.
    public func share(of verdict: Verdict) -> Proportion { Proportion(verdicts[verdict, default: 0], of: submissions) }

    mutating func add(_ record: ResultRecord) {
        verdicts[record.verdict, default: 0] += 1
        if let failure = record.failure { failures[failure, default: 0] += 1 }
        // Without a task, all submissions answer the same one: the game.
        var answers = tasks[record.task ?? "", default: Answers()]
        answers.count += 1
        if record.verdict == .plays { answers.playing += 1 }
        tasks[record.task ?? ""] = answers
        // What the checks of a submission without a verdict say may be the simulator's doing.
        guard record.verdict != .unknown else { return }
        for finding in record.checks {
            var count = counts[finding.id, default: Counts(level: finding.level)]
            count.seen += 1
            if record.verdict == .broken { count.seenInBroken += 1 }
            switch finding.status {
            case .pass: count.passed += 1
            case .absent: count.absent += 1
            case .unknown: count.unknown += 1
            case .fail: break
            }
            counts[finding.id] = count
        }
    }

    /// All checks that any submission has, in the order of the table, then by name.
    public var checks: [Check] {
        let table = CheckTable.tetris
        return counts.sorted { (table.position(of: $0.key), $0.key) < (table.position(of: $1.key), $1.key) }.map { id, count in
            let notReached = verdicts[.broken, default: 0] - count.seenInBroken
            let passes = Proportion(count.passed, of: count.seen - count.unknown + notReached)
            return Check(id: id, level: count.level, passes: passes, absent: count.absent)
        }
    }

    /// pass@k, the mean over the tasks; nil when a task has fewer than k answers. A submission that could not be judged
    /// counts as one that doesn't play.
    public func passAt(_ k: Int) -> Double? {
        let estimates = tasks.sorted { $0.key < $1.key }.map { PassAtK.estimate(answers: $0.value.count, playing: $0.value.playing, k: k) }
        guard !estimates.isEmpty, !estimates.contains(nil) else { return nil }
        return estimates.compactMap { $0 }.reduce(0, +) / Double(estimates.count)
    }
}
