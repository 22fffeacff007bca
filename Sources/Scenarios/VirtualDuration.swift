/// Durations as scenario files and options write them: `500ms`, `2s`, `1.5s`, `5m`.
public enum VirtualDuration {
    private static let units: [(suffix: String, milliseconds: Double)] = [("ms", 1), ("s", 1000), ("m", 60_000)]

    /// The milliseconds of a duration, or nil when the text is none or negative.
    public static func milliseconds(_ text: String) -> Double? {
        for (suffix, factor) in units where text.hasSuffix(suffix) {
            let number = text.dropLast(suffix.count)
            guard number.first?.isNumber == true, let value = Double(number), value.isFinite else { return nil }
            return value * factor
        }
        return nil
    }

    /// A duration for people: `350 ms`, `2 s`, `1.25 s`, `5 min`.
    public static func text(milliseconds: Double) -> String {
        if milliseconds < 1000 { return "\(shortNumber(milliseconds)) ms" }
        if milliseconds >= 120_000 { return "\(shortNumber(milliseconds / 60_000)) min" }
        return "\(shortNumber(milliseconds / 1000)) s"
    }
}

/// A number with at most three decimals and none that are zero.
public func shortNumber(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    let rounded = (value * 1000).rounded() / 1000
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int64(rounded)) : "\(rounded)"
}
