import Foundation

/// Fisher's exact test of whether two proportions are of the same rate: R. A. Fisher, "On the interpretation of χ² from
/// contingency tables, and the calculation of P", Journal of the Royal Statistical Society 85 (1922), 87–94.
enum FisherTest {
    /// How likely a table at least as unlikely as this one would be if the rates were the same (two-sided).
    static func probability(_ a: Proportion, _ b: Proportion) -> Double {
        let hits = a.count + b.count
        let lowest = max(0, hits - b.total)
        let highest = min(hits, a.total)
        func logProbability(_ count: Int) -> Double {
            logChoose(a.total, count) + logChoose(b.total, hits - count) - logChoose(a.total + b.total, hits)
        }
        // Tables that are as unlikely as the observed one must not be lost to rounding.
        let observed = logProbability(a.count) + 1e-7
        let sum = (lowest...highest).map(logProbability).filter { $0 <= observed }.reduce(0) { $0 + exp($1) }
        return min(1, sum)
    }

    private static func logChoose(_ n: Int, _ k: Int) -> Double {
        logFactorial(n) - logFactorial(k) - logFactorial(n - k)
    }

    private static func logFactorial(_ n: Int) -> Double { lgamma(Double(n) + 1) }
}
