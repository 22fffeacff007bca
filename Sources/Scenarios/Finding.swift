/// What one scenario found out.
public struct Finding: Sendable, Equatable, Codable {
    /// The check's id, or the name of a free scenario.
    public var id: String
    public var status: CheckStatus
    public var level: CheckLevel
    public var category: FailureKind
    /// Virtual milliseconds at which it showed.
    public var at: Double?
    /// One sentence with the evidence.
    public var detail: String?
    /// Whether the failure keeps a person from playing on, so that the game is broken and not just flawed.
    public var breaks: Bool
    public var evidence: Evidence?

    public init(
        id: String, status: CheckStatus, level: CheckLevel, category: FailureKind, at: Double? = nil,
        detail: String? = nil, breaks: Bool = false, evidence: Evidence? = nil
    ) {
        self.id = id
        self.status = status
        self.level = level
        self.category = category
        self.at = at
        self.detail = detail
        self.breaks = breaks
        self.evidence = evidence
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        status = try values.decode(CheckStatus.self, forKey: .status)
        level = try values.decode(CheckLevel.self, forKey: .level)
        category = try values.decode(FailureKind.self, forKey: .category)
        at = try values.decodeIfPresent(Double.self, forKey: .at)
        detail = try values.decodeIfPresent(String.self, forKey: .detail)
        // Both are written only where there is something to say.
        breaks = try values.decodeIfPresent(Bool.self, forKey: .breaks) ?? false
        evidence = try values.decodeIfPresent(Evidence.self, forKey: .evidence)
    }

    /// Whether a must check doesn't hold: it failed, or the game lacks what it is about.
    public var violatesMust: Bool {
        level == .must && (status == .fail || status == .absent)
    }
}
