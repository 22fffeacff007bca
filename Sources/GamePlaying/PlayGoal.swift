/// What a player is asked to reach in a game that runs.
public struct PlayGoal: Sendable, Equatable, Codable {
    /// The thing to reach.
    public enum Target: Sendable, Equatable, Codable {
        /// So many rows removed by one lock.
        case clear(Int)
        /// So many pieces locked, counted from this step on.
        case pieces(Int)
        /// So many rows removed, counted from this step on.
        case lines(Int)
        /// The game's own level.
        case level(Int)
        /// The end of the game, by piling up pieces.
        case topOut
        /// Another game, begun with a key or a button.
        case restart
        /// So many pieces, each moved and turned at random before it falls.
        case random(Int)
        /// So many rows removed that were written into the game's variables all but complete.
        case arranged(Int)
        /// Full rows that were written into the game's variables removed, up to so many at once.
        case written(Int)
        /// The time from touching down to the lock, of two pieces.
        case lockDelay
        /// The page loaded again, with what it has stored.
        case reload
    }

    public var target: Target
    /// Virtual time after which the player gives up.
    public var limitMilliseconds: Double

    /// Whether the play is long enough to try on the way what each kind of piece does.
    var isThorough: Bool {
        switch target {
        case .lines, .random: true
        default: false
        }
    }

    /// Whether it only tries something on a game that has just been started.
    public var isTrial: Bool { target == .lockDelay }

    /// Whether rows are wanted, so that it is of interest what they are paid with.
    var isForRows: Bool {
        switch target {
        case .lines, .clear, .level: true
        default: false
        }
    }

    /// Enough for some hundred pieces at the slowest usual gravity with soft drops.
    public static let defaultLimitMilliseconds = 600_000.0

    public init(_ target: Target, limitMilliseconds: Double = PlayGoal.defaultLimitMilliseconds) {
        self.target = target
        self.limitMilliseconds = limitMilliseconds
    }
}

extension PlayGoal: CustomStringConvertible {
    /// The goal as a scenario file writes it, as `clear 2`.
    public var description: String {
        switch target {
        case .clear(let rows): "clear \(rows)"
        case .pieces(let count): "pieces \(count)"
        case .lines(let count): "lines \(count)"
        case .level(let level): "level \(level)"
        case .topOut: "topOut"
        case .restart: "restart"
        case .random(let count): "random \(count)"
        case .arranged(let count): "arranged \(count)"
        case .written(let rows): "written \(rows)"
        case .lockDelay: "lockDelay"
        case .reload: "reload"
        }
    }
}
