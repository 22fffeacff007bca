import Foundation

/// A count out of a total, with what can be said of the share behind it.
public struct Proportion: Sendable, Equatable {
    public var count: Int
    public var total: Int

    public init(_ count: Int, of total: Int) {
        self.count = count
        self.total = total
    }

    /// 0 to 1; nil of nothing.
    public var rate: Double? { total == 0 ? nil : Double(count) / Double(total) }

    /// The 0.975 quantile of the normal distribution, for intervals of 95 %.
    private static let quantile = 1.959963984540054

    /// The score interval of 95 %: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    /// Journal of the American Statistical Association 22 (1927), 209–212. It stays within 0 and 1 and holds for few
    /// submissions and for rates near 0 and 1 too; nil of nothing.
    public var interval: ClosedRange<Double>? {
        guard let rate else { return nil }
        let n = Double(total)
        let squared = Self.quantile * Self.quantile
        let centre = rate + squared / (2 * n)
        let half = Self.quantile * (rate * (1 - rate) / n + squared / (4 * n * n)).squareRoot()
        return max(0, (centre - half) / (1 + squared / n))...min(1, (centre + half) / (1 + squared / n))
    }
}
