import Scenarios

/// A check, or `plays` itself, that two models pass at different rates.
public struct ModelDifference: Sendable, Equatable {
    /// The check's id, or `plays` for the verdict.
    public var id: String
    public var better: String
    public var worse: String
    public var betterPasses: Proportion
    public var worsePasses: Proportion
    /// By Fisher's exact test, corrected for the number of comparisons.
    public var probability: Double

    /// From this probability on a difference may well be chance.
    public static let significance = 0.05

    /// All differences among the models that are hardly chance. The probabilities are corrected for the number of pairs
    /// and checks: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics
    /// 6 (1979), 65–70.
    static func all(among models: [ModelTally]) -> [ModelDifference] {
        var candidates: [ModelDifference] = []
        for (index, first) in models.enumerated() {
            for second in models[(index + 1)...] { candidates += between(first, second) }
        }
        // Sorting is stable, so equal probabilities keep the order of models and checks.
        candidates.sort { $0.probability < $1.probability }
        var largest = 0.0
        for index in candidates.indices {
            largest = max(largest, min(1, candidates[index].probability * Double(candidates.count - index)))
            candidates[index].probability = largest
        }
        return candidates.filter { $0.probability < significance }
    }

    private static func between(_ first: ModelTally, _ second: ModelTally) -> [ModelDifference] {
        let others = Dictionary(uniqueKeysWithValues: second.checks.map { ($0.id, $0.passes) })
        var pairs = [("plays", first.share(of: .plays), second.share(of: .plays))]
        pairs += first.checks.compactMap { check in others[check.id].map { (check.id, check.passes, $0) } }
        return pairs.compactMap { id, one, other in
            guard let oneRate = one.rate, let otherRate = other.rate else { return nil }
            let isFirstBetter = oneRate >= otherRate
            return ModelDifference(
                id: id, better: isFirstBetter ? first.name : second.name, worse: isFirstBetter ? second.name : first.name,
                betterPasses: isFirstBetter ? one : other, worsePasses: isFirstBetter ? other : one,
                probability: FisherTest.probability(one, other))
        }
    }
}
