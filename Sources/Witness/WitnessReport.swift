/// What a page made by ``WitnessPage`` writes into its document at the end, as JSON.
public struct WitnessReport: Decodable, Sendable {
    /// One look at the page: after an input, or after so many frames.
    public struct Step: Decodable, Sendable {
        /// Virtual milliseconds.
        public var time: Double
        public var frame: Int
        /// What was done just before.
        public var input: String?
        public var digest: PageDigest

        private enum CodingKeys: CodingKey { case time, frame, input }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            time = try fields.decode(Double.self, forKey: .time)
            frame = try fields.decode(Int.self, forKey: .frame)
            input = try fields.decodeIfPresent(String.self, forKey: .input)
            digest = try PageDigest(from: decoder)
        }
    }

    /// Something that the console shows.
    public struct Record: Decodable, Sendable {
        /// `console`, `error`, `rejection` or `dialog`.
        public var kind: String
        /// Virtual milliseconds.
        public var time: Double
        /// The console's level, or the error's name.
        public var name: String
        public var text: String
    }

    public var name: String
    public var steps: [Step]
    public var records: [Record]
    /// Each canvas as 16 × 16 mean colours.
    public var pixels: [[Int]?]
}
