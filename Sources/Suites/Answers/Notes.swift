/// What is said about how a page was got out of an answer.
enum Notes {
    static let cutOff = "the answer is cut off: its code has no end"

    static func severalPages(_ count: Int) -> String {
        "the answer has \(count) pages; the last whole one is judged"
    }

    static func leftOut(_ path: String, bytes: Int) -> String {
        "\(path) (\(bytes / 1_000) kB) is left out, too large"
    }

    static let filesLeftOut = "some files beside the page are left out, too many or too large together"
}
