import GameReading
import WebPage

/// What happened while a player played: the evidence that expectations look at.
public struct PlayLog: Sendable, Equatable, Codable {
    public var goal: String
    public var reached = false
    /// Why the player stopped.
    public var reason = ""
    /// Pieces that came to rest.
    public var pieces = 0
    /// Rows that were removed.
    public var lines = 0
    /// Each piece that came to rest, with what was wrong about it.
    public var locks: [LockReport] = []
    /// How many times so many rows were removed at once.
    public var clears: [String: Int] = [:]
    /// What went wrong with the piece while it was steered.
    public var anomalies: [Anomaly] = []
    /// What became of pushes to a side where only cells a row lower could be in the way.
    public var pushes = PushReport()
    /// Milliseconds a row when nothing is pressed, one figure a change, in order.
    public var gravityMs: [Double] = []
    /// The least of them; nil when none was measured.
    public var speedMinMs: Double?
    /// Number of pieces of each kind.
    public var kinds: [String: Int] = [:]
    /// For each kind that had room for it how its four turns went.
    public var turns: [TurnReport] = []
    /// Points for a row of a soft drop; nil where it wasn't tried.
    public var softPoints: Double?
    /// What the score did while pieces came to rest.
    public var scores: [ScoreStep] = []
    /// What the game's variables said of the stack; nil where no variable was found that holds it.
    public var witness: VariableReport?
    /// Whether the game ended.
    public var over = false
    /// The uppermost row of the stack, with the last piece at rest on it, when the game ended; nil where it didn't, or began anew.
    public var overTop: Int?
    /// How long, in virtual milliseconds, a piece was seen to stay in the air with nothing pressed; nil where none did.
    public var hoverMs: Double?
    /// Whether the field was emptied for another game.
    public var restarted = false
    /// Whether the page speaks of another game after the end; nil where it wasn't asked.
    public var offersAnother: Bool?
    /// How what is shown as the next piece compares with what came; nil when nothing is shown.
    public var preview: PreviewReport?
    /// What the game's end looked like.
    public var overSign: String?
    /// Why the page stands still, if a script of it never ended.
    public var hang: String?
    /// What the page did with each key, since it was opened.
    public var keys: [KeyAnswer] = []
    public var sounds = SoundReport()
    /// What it keeps in `localStorage`.
    public var stored = StoredItems()
    /// Whether it speaks of a best score.
    public var speaksOfRecord = false
    /// How long pieces lie before they lock; nil where that wasn't asked for, or not seen.
    public var lockDelay: LockDelayReport?
    /// What is left after the page was loaded again; nil where it wasn't.
    public var kept: KeptReport?
    /// Virtual milliseconds at which the log ends.
    public var time = 0.0

    public init(goal: String) {
        self.goal = goal
    }
}
