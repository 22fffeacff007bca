import Foundation

/// Values of one quantity over several runs.
struct Figure: Codable {
    var values: [Double]

    var median: Double {
        let sorted = values.sorted()
        guard let middle = sorted.indices.last.map({ $0 / 2 }) else { return .nan }
        return sorted.count.isMultiple(of: 2) ? (sorted[middle] + sorted[middle + 1]) / 2 : sorted[middle]
    }

    /// A quantity with three digits that count.
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        return value >= 100 ? String(format: "%.0f", value) : value >= 10 ? String(format: "%.1f", value) : String(format: "%.2f", value)
    }
}
