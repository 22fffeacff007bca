import Foundation

/// What a trace's session was made of: with it the session can be had again.
public struct TraceHeader: Sendable, Codable, Equatable {
    /// The format and its version, the first thing in the file.
    public static let schema = "playproof/trace/1"

    /// What was played.
    public enum Submission: Sendable, Codable, Equatable {
        /// The whole submission: the document and its other files by relative path.
        case embedded(html: String, files: [String: Data])
        /// Only what tells whether it is the same.
        case digest(String)
    }

    public var submission: Submission
    /// What the submission is called in reports.
    public var name: String
    public var seed: UInt64
    /// Milliseconds from frame to frame.
    public var frameInterval: Double
    /// The instant at which the page's clock starts, in milliseconds since 1970.
    public var startTime: Double
    /// What else was chosen, by the names of the command line's options.
    public var options: [String: String]

    public init(
        submission: Submission, name: String, seed: UInt64, frameInterval: Double, startTime: Double,
        options: [String: String] = [:]
    ) {
        self.submission = submission
        self.name = name
        self.seed = seed
        self.frameInterval = frameInterval
        self.startTime = startTime
        self.options = options
    }

    /// The first line of the file.
    func line() -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return "{\"schema\":\"\(Self.schema)\"," + text.dropFirst()
    }
}
