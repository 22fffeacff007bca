import Scenarios

/// What many submissions came to, by rulebook and model.
public struct Tally: Sendable, Equatable {
    private struct Key: Hashable {
        var rules: String
        var model: String?
    }

    private var tallies: [Key: ModelTally] = [:]

    public init() {}

    public mutating func add(_ record: ResultRecord) {
        let key = Key(rules: record.rules, model: record.model)
        tallies[key, default: ModelTally(rules: record.rules, model: record.model)].add(record)
    }

    /// The rulebooks by name.
    public var rulebooks: [String] { Set(tallies.keys.map(\.rules)).sorted() }

    /// The models that were judged by a rulebook, by name; submissions without one come last.
    public func models(rules: String) -> [ModelTally] {
        tallies.values.filter { $0.rules == rules }.sorted { first, second in
            guard let one = first.model, let other = second.model else { return first.model != nil }
            return one < other
        }
    }

    /// The checks that tell two models apart, the surest first.
    public func differences(rules: String) -> [ModelDifference] {
        ModelDifference.all(among: models(rules: rules))
    }
}
