/// Finds a small part of a list that still has a property, by trying parts of it.
///
/// The algorithm is ddmin: Zeller, Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE Transactions on
/// Software Engineering 28 (2002), section 3. What it returns is 1-minimal unless tries ran out: without any one of its
/// elements it hasn't the property.
enum DeltaDebugging {
    /// - Parameters:
    ///   - elements: a list that has the property.
    ///   - tries: how many parts may be tried; counts down.
    ///   - hasProperty: is asked about parts, whose elements are in the same order.
    static func minimum<Element>(of elements: [Element], tries: inout Int, where hasProperty: ([Element]) throws -> Bool) rethrows -> [Element] {
        var current = elements
        var parts = 2
        if !current.isEmpty, tries > 0 {
            tries -= 1
            if try hasProperty([]) { return [] }
        }
        while current.count >= 2 {
            let bounds = (0...parts).map { current.count * $0 / parts }
            var isReduced = false
            // A part alone first, then all but a part: with two parts these are the same.
            for isComplement in parts == 2 ? [false] : [false, true] where !isReduced {
                for index in 0..<parts {
                    let part = bounds[index]..<bounds[index + 1]
                    let candidate = isComplement ? Array(current[..<part.lowerBound] + current[part.upperBound...]) : Array(current[part])
                    guard tries > 0 else { return current }
                    tries -= 1
                    guard try hasProperty(candidate) else { continue }
                    current = candidate
                    parts = isComplement ? max(parts - 1, 2) : 2
                    isReduced = true
                    break
                }
            }
            if isReduced { continue }
            guard parts < current.count else { break }
            parts = min(parts * 2, current.count)
        }
        return current
    }
}
