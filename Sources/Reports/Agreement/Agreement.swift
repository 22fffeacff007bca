import Scenarios

/// How results agree with an answer key.
public struct Agreement: Sendable {
    /// A submission's record and what the key says of it.
    public struct Pair: Sendable {
        public var record: ResultRecord
        public var key: KeyEntry

        public var isRight: Bool { key.accepted.contains(record.verdict) }
        /// The worst that can happen: a game that doesn't play passes for one that does.
        public var isWrongPlays: Bool { record.verdict == .plays && !isRight }
    }

    /// How often a check is said to hold or not as the key has it.
    public struct CheckCount: Sendable, Equatable {
        public var id: String
        public var level: CheckLevel
        public var right = 0
        public var total = 0
    }

    public private(set) var pairs: [Pair] = []
    /// Entries of the key that no result belongs to.
    public private(set) var unjudged: [String] = []
    /// Results of which the key says nothing.
    public private(set) var unlabelled: [String] = []

    /// - Parameter records: in the order in which they are to be told.
    public init(_ records: [ResultRecord], key: AnswerKey) {
        var waiting = Dictionary(key.entries.map { ($0.id, $0) }) { first, _ in first }
        for record in records {
            guard let entry = waiting.removeValue(forKey: record.id) else {
                unlabelled.append(record.id)
                continue
            }
            pairs.append(Pair(record: record, key: entry))
        }
        unjudged = key.entries.map(\.id).filter { waiting[$0] != nil }
    }

    public var right: Int { pairs.count(where: \.isRight) }
    public var wrongPlays: Int { pairs.count(where: \.isWrongPlays) }
    /// Games that could not be judged though the key can.
    public var undecided: Int { pairs.count { $0.record.verdict == .unknown && !$0.isRight } }

    public func count(expected: Verdict, given: Verdict) -> Int {
        pairs.count { $0.key.expected == expected && $0.record.verdict == given }
    }

    /// Every check that the key knows something about, in the order of the rules.
    public var checks: [CheckCount] {
        CheckTable.tetris.checks.compactMap { check in
            var count = CheckCount(id: check.id, level: check.level)
            for pair in pairs {
                guard let holds = pair.key.checks[check.id] else { continue }
                count.total += 1
                if Self.holds(check.id, in: pair.record) == holds { count.right += 1 }
            }
            return count.total > 0 ? count : nil
        }
    }

    /// Whether a record says that a check holds; nil when it can't tell. In a broken game what was never tried doesn't hold.
    static func holds(_ id: String, in record: ResultRecord) -> Bool? {
        guard let finding = record.checks.first(where: { $0.id == id }) else { return record.verdict == .broken ? false : nil }
        return switch finding.status {
        case .pass: true
        case .fail, .absent: false
        case .unknown: nil
        }
    }
}
