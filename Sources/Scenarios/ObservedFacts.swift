/// What was found out about a game, as far as it was.
public struct ObservedFacts: Sendable, Codable, Equatable {
    public var columns: Int?
    public var rows: Int?
    /// What it draws with: `canvas`, `dom`, `svg`, …
    public var render: String?
    /// Where the playfield was read, as `variable grid`.
    public var board: String?
    /// The start gesture, as `click #start`.
    public var start: String?
    /// Key by control.
    public var controls: [String: String]
    /// Points by number of rows cleared at once, at the level at which the game begins.
    public var scoring: [String: Double]
    /// What they are multiplied by, `level` or `level+1`; nil when they stay the same or nothing can be said.
    public var scoringPer: String?
    /// Points for a row of a drop, by control: `soft` and `hard`, as far as there are any.
    public var dropPoints: [String: Double]?
    /// Milliseconds a row, by level.
    public var gravityMs: [Double]

    public init(
        columns: Int? = nil, rows: Int? = nil, render: String? = nil, board: String? = nil, start: String? = nil,
        controls: [String: String] = [:], scoring: [String: Double] = [:], scoringPer: String? = nil,
        dropPoints: [String: Double]? = nil, gravityMs: [Double] = []
    ) {
        self.columns = columns
        self.rows = rows
        self.render = render
        self.board = board
        self.start = start
        self.controls = controls
        self.scoring = scoring
        self.scoringPer = scoringPer
        self.dropPoints = dropPoints
        self.gravityMs = gravityMs
    }

    /// The order in which controls are written; others follow by name.
    public static let controlOrder = ["left", "right", "rotate", "rotateBack", "soft", "hard", "hold", "pause", "restart"]

    /// The controls in the order in which they are written.
    public var orderedControls: [(name: String, key: String)] {
        func position(_ name: String) -> Int { Self.controlOrder.firstIndex(of: name) ?? Self.controlOrder.count }
        return controls.sorted { (position($0.key), $0.key) < (position($1.key), $1.key) }.map { ($0.key, $0.value) }
    }
}
