import GameReading

/// What has been found out about a game.
public struct GameKnowledge: Sendable, Equatable {
    /// How the game's page is reached from the submission's first one, in words, as `click #play to tetris.html`; nil where that
    /// is the game's.
    public var approach: String?
    /// The gestures that start it, in order.
    public var start: [Gesture] = []
    /// Milliseconds for which the page is left alone before the first of them.
    public var settlingMilliseconds = 0.0
    /// Milliseconds after the last of them for which a count runs down before anything falls.
    public var countdownMilliseconds = 0.0
    public var field: FieldGeometry?
    /// Where the playfield is kept in a game that runs and draws nothing; nil where it is seen.
    public var unseen: UnseenField?
    public var palette = FieldPalette()
    public var controls = Controls()
    /// What a finger does; nil where the page asks for no touch and has no buttons to steer with.
    public var touch: Controls?
    /// What the piece's ghost looks like.
    public var ghost = GhostKind.other
    /// Milliseconds a row at the beginning; nil when nothing fell by itself.
    public var gravityMs: Double?
    /// Milliseconds after the start at which the first piece could be seen whole.
    public var firstPieceMs: Double?
    /// How the playfield is painted: `canvas` or `dom`.
    public var render: String?

    /// Where it shows the next piece; nil where that isn't known.
    public var nextPlace: PreviewPlace?

    /// The variable that holds the playfield; nil when none is known.
    public var variables: VariableField?
    /// Whether such a variable was looked for and isn't there.
    public var lacksVariables = false
    /// Paths of tables that looked like the playfield for a while, until a piece came to rest on cells that they don't have.
    public var otherTables: Set<String> = []

    public init() {}
}
