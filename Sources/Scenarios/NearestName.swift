/// Suggestions for names that were mistyped.
enum NearestName {
    /// The candidate with the fewest edits, if they are few enough to be a slip.
    static func of(_ name: String, among candidates: [String]) -> String? {
        let scored = candidates.map { (candidate: $0, edits: edits(from: name, to: $0)) }
        guard let best = scored.min(by: { $0.edits < $1.edits }) else { return nil }
        return best.edits <= max(2, name.count / 3) ? best.candidate : nil
    }

    /// Levenshtein's distance.
    static func edits(from first: String, to second: String) -> Int {
        let target = Array(second)
        var row = Array(0...target.count)
        for (i, character) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in target.indices {
                let substituted = diagonal + (character == target[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
            }
        }
        return row[target.count]
    }
}
