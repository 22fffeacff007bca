/// A text by lines, as editors count them: at every line feed.
struct SourceLines {
    let lines: [Substring]

    init(_ text: String) {
        lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// The lines of a range as one text.
    static func text(_ lines: some Sequence<Substring>) -> String {
        lines.joined(separator: "\n")
    }
}

extension StringProtocol {
    /// Without white space at either end; cheaper than Foundation's, and no allocation.
    var trimmed: SubSequence {
        let tail = self[(firstIndex { !$0.isWhitespace } ?? endIndex)...]
        guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return tail[tail.startIndex..<tail.startIndex] }
        return tail[...last]
    }

    /// Whether the text holds another, letters of either case alike; both in ASCII.
    func containsIgnoringCase(_ other: String) -> Bool {
        lowercased().contains(other)
    }
}
