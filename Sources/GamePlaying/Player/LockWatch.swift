import GameReading

/// When something last happened while one waits for a piece to come to rest.
struct LockWatch {
    /// A stack that the rules don't ask for, under a piece that has appeared, since when it has been seen, and how high
    /// the piece was then: what doesn't fall is no piece but an ornament of the game's end.
    private var suspect: (stack: CellMask, since: Double, top: Int)?
    /// When a stack that the rules don't ask for was seen first.
    private(set) var suspectSince = 0.0
    private var float = FloatWatch()
    /// Whether the page said something new while a wrong stack was seen.
    var isAnnounced = false
    /// Whether the soft drop was pressed since the last look.
    var isSoftDropping = false
    /// Whether the soft drop's key was pressed since the piece was last seen to come down.
    var hasPushed = false
    /// How often a piece at rest was pushed down.
    private var restPushes = 0
    /// Presses that are enough for a piece at rest to lock in a game that locks it for them.
    private static let restPushesMax = 8
    /// Frames in a row in which a piece at rest was seen to go on into what is below it.
    var sinkingFrames = 0
    /// Clearing animations take up to a second, and some show the next piece meanwhile.
    private static let patience = 1600.0
    /// When anything in the field changed.
    var lastChange: Double
    /// When the piece last came lower.
    var lastProgress: Double
    private var occupied: CellMask?
    /// Whether the field has just stood still for so long that what a game says at its end is there, and not gone again.
    private(set) var isQuiet = false
    private var wasQuiet = false
    private static let quietMilliseconds = 700.0
    /// The fullest that the field was seen, and when it was.
    private(set) var peak: (occupied: CellMask, time: Double)?

    init(now: Double) {
        lastChange = now
        lastProgress = now
    }

    /// Whether such a stack is seen.
    var hasSuspect: Bool { suspect != nil }

    /// The wrong stack, once it has stayed the same for long enough while the next piece came down.
    mutating func settledWrong(_ observation: Observation, _ found: @autoclosure () -> CellMask?) -> CellMask? {
        if let known = suspect, known.stack.isSubset(of: observation.occupied),
            let top = Self.top(of: observation.occupied.subtracting(known.stack)) {
            return observation.time - known.since > Self.patience && top > known.top ? known.stack : nil
        }
        suspectSince = observation.time
        suspect = found().map { ($0, observation.time, Self.top(of: observation.occupied.subtracting($0)) ?? 0) }
        return nil
    }

    /// Whether a piece that looks left behind above its place has been so for longer than it takes to glide there.
    mutating func staysAfloat(_ observation: Observation, _ floats: Bool) -> Bool {
        if floats { return float.lasts(at: observation.time) }
        float.reset()
        return false
    }

    /// The highest row of what may be a piece and its ghost; nil when that is nothing or too much.
    private static func top(of loose: CellMask) -> Int? {
        (1...2 * PieceFinder.cellsMax).contains(loose.count) ? loose.top : nil
    }

    /// Whether there is a point in pushing a piece down. One at rest may wait anew after each press before it locks, and
    /// would for ever.
    mutating func mayPush(isAtRest: Bool) -> Bool {
        restPushes = isAtRest ? restPushes + 1 : 0
        return restPushes <= Self.restPushesMax
    }

    mutating func see(_ observation: Observation) {
        isQuiet = !wasQuiet && observation.time - lastChange >= Self.quietMilliseconds
        wasQuiet = wasQuiet || isQuiet
        guard observation.occupied != occupied else { return }
        wasQuiet = false
        occupied = observation.occupied
        lastChange = observation.time
        if observation.occupied.count > peak?.occupied.count ?? 0 { peak = (observation.occupied, observation.time) }
    }
}
