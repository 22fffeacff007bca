/// Where two traces part.
public struct TraceDifference: Sendable, Equatable {
    public enum Kind: String, Sendable, Codable {
        /// Another submission, seed, rate or start was recorded.
        case header
        /// Something else was done to the page.
        case input
        /// Something else could be read of it.
        case reading
        /// The readings are the same, but something else was drawn.
        case digest
        /// Other console output, errors or findings.
        case note
        /// One goes on where the other ends.
        case length
    }

    public var kind: Kind
    /// The frame and virtual time at which it shows first.
    public var frame: Int
    public var time: Double
    /// What differs, in words.
    public var detail: String
    /// The readings of the two at that frame, as JSON; nil where there is none.
    public var readings: [String?]
    /// The frame from which on the two are the same again; nil when they never are, or when it isn't known.
    public var endFrame: Int?

    /// A few lines for a person: the place, what differs, and both playfields side by side.
    /// - Parameter picture: draws a reading as text.
    public func description(picture: (String) -> String) -> String {
        let seconds = JSONValue.text(of: (time * 1000).rounded() / 1_000_000)
        var lines = ["frame \(frame), \(seconds) s: \(detail)"]
        let pictures = readings.map { $0.map(picture)?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? [] }
        guard pictures.contains(where: { !$0.isEmpty }), pictures.count == 2 else { return lines[0] }
        let width = max(pictures[0].map(\.count).max() ?? 0, "expected".count)
        lines.append(Self.row("expected", "actual", width))
        for index in 0..<max(pictures[0].count, pictures[1].count) {
            let left = index < pictures[0].count ? pictures[0][index] : ""
            let right = index < pictures[1].count ? pictures[1][index] : ""
            lines.append(Self.row(left, right, width))
        }
        return lines.joined(separator: "\n")
    }

    private static func row(_ left: String, _ right: String, _ width: Int) -> String {
        var text = left + String(repeating: " ", count: width - left.count + 3) + right
        while text.last == " " { text.removeLast() }
        return text
    }
}
