/// Text that grows, in which what is added starts at the line where it stood in the answer.
struct LineKeepingText {
    private(set) var text: String
    /// Line of the answer at which the text ends.
    private(set) var line: Int

    init(_ text: String, firstLine: Int) {
        self.text = text
        line = firstLine + Self.lineFeeds(in: text)
    }

    mutating func append(_ addition: String) {
        text += addition
        line += Self.lineFeeds(in: addition)
    }

    /// Adds the text at a line, which must not be above the end; blank lines fill the gap.
    mutating func append(_ addition: String, atLine start: Int) {
        append(String(repeating: "\n", count: max(start - line, 0)))
        append(addition)
    }

    private static func lineFeeds(in text: String) -> Int {
        text.utf8.count { $0 == UInt8(ascii: "\n") }
    }
}
