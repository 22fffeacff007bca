/// How likely it is that at least one of k answers to a task plays.
public enum PassAtK {
    /// The unbiased estimate from n answers of which c play, 1 − C(n − c, k) / C(n, k), as a product that stays exact for
    /// large numbers: M. Chen et al., "Evaluating large language models trained on code", arXiv:2107.03374 (2021),
    /// section 2.1.
    /// - Returns: nil when there are fewer than k answers.
    public static func estimate(answers n: Int, playing c: Int, k: Int) -> Double? {
        guard k >= 1, n >= k else { return nil }
        guard n - c >= k else { return 1 }
        return 1 - (n - c + 1..<n + 1).reduce(1.0) { $0 * (1 - Double(k) / Double($1)) }
    }
}
