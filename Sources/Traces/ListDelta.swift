/// A list of numbers as what it takes over from another one, and what is new.
///
///     0-2f,=3k,2h    elements 0 to 2f of the old list, the new number 3k, the old element 2h (all in base 36)
///
/// Most frames draw what the frame before drew, but for a few commands somewhere in the middle.
enum ListDelta {
    static func text(from old: [Int], to new: [Int]) -> String {
        var places: [Pair: [Int]] = [:]
        for index in old.indices.dropLast() { places[Pair(old[index], old[index + 1]), default: []].append(index) }
        var parts: [String] = []
        var index = 0
        // Where the old list most likely goes on.
        var expected = 0
        while index < new.count {
            guard let start = place(of: index, in: new, old, expected, places) else {
                parts.append("=" + String(new[index], radix: 36))
                index += 1
                expected += 1
                continue
            }
            var length = 1
            while index + length < new.count, start + length < old.count, new[index + length] == old[start + length] { length += 1 }
            let first = String(start, radix: 36)
            parts.append(length == 1 ? first : first + "-" + String(start + length - 1, radix: 36))
            index += length
            expected = start + length
        }
        return parts.joined(separator: ",")
    }

    /// The list that a text makes of the old one; nil for a text that isn't such a delta.
    static func apply(_ text: Substring, to old: [Int]) -> [Int]? {
        var new: [Int] = []
        for part in text.split(separator: ",") {
            if part.first == "=" {
                guard let number = Int(part.dropFirst(), radix: 36) else { return nil }
                new.append(number)
                continue
            }
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0, radix: 36) }
            guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1], first <= last, old.indices.contains(first),
                old.indices.contains(last)
            else { return nil }
            new += old[first...last]
        }
        return new
    }

    private struct Pair: Hashable {
        var first, second: Int

        init(_ first: Int, _ second: Int) {
            self.first = first
            self.second = second
        }
    }

    /// Where in the old list to take over from: where it went on, else the next place with the same two elements.
    private static func place(of index: Int, in new: [Int], _ old: [Int], _ expected: Int, _ places: [Pair: [Int]]) -> Int? {
        if expected < old.count, old[expected] == new[index] { return expected }
        guard index + 1 < new.count, let found = places[Pair(new[index], new[index + 1])] else { return nil }
        return found.first { $0 >= expected } ?? found.first
    }
}
