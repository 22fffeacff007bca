import GamePlaying

/// A stage that does nothing twice.
///
/// A session is deterministic: the same steps after the same start give the same reading. So steps that were done
/// before are answered from memory, and only when something new is asked of the game it goes on from where it stands,
/// or is played again up to the point if it has gone another way. Scenarios of a rulebook share their games this way.
public final class RecallingStage: ScenarioStage {
    /// The point that a sequence of steps leads to, as far as it is known.
    private final class Point {
        var next: [String: Point] = [:]
        var now = 0.0
        var sessionNumber = 0
        var outcome: Result<String, StageFailure>?
        /// By whether the heap was measured.
        var readings: [Bool: ReadingText] = [:]
        var picture: String?
    }

    private typealias Step = (any ScenarioStage) -> Result<String, StageFailure>

    private let stage: any ScenarioStage
    private let root = Point()
    private var point: Point
    /// The steps since the last start, and where each led to.
    private var path: [(step: Step, point: Point)] = []
    /// The point that the stage itself has come to, and by how many steps.
    private var standing: (point: Point, steps: Int)

    public init(_ stage: any ScenarioStage) {
        self.stage = stage
        point = root
        standing = (root, 0)
    }

    private func perform(
        _ key: String, _ body: @escaping (any ScenarioStage) throws(StageFailure) -> String
    ) throws(StageFailure) -> String {
        let step: Step = { stage in
            do throws(StageFailure) { return .success(try body(stage)) } catch { return .failure(error) }
        }
        let known = point.next[key]
        if let known, let outcome = known.outcome {
            point = known
            path.append((step, known))
            return try outcome.get()
        }
        catchUp()
        let outcome = step(stage)
        let reached = known ?? Point()
        reached.now = stage.now
        reached.sessionNumber = stage.sessionNumber
        reached.outcome = outcome
        point.next[key] = reached
        point = reached
        path.append((step, reached))
        standing = (reached, path.count)
        return try outcome.get()
    }

    /// Has the stage do the steps that were answered from memory: from where it is if that lies on the way, else all. A
    /// point has one way to it, so whoever meets it there has come by the same steps.
    private func catchUp() {
        let (place, steps) = standing
        let isOnTheWay = steps == 0 || (steps <= path.count && path[steps - 1].point === place)
        for (step, _) in path.dropFirst(isOnTheWay ? steps : 0) { _ = step(stage) }
        standing = (point, path.count)
    }

    /// What begins anew depends on nothing before it.
    private func begin(
        _ key: String, _ body: @escaping (any ScenarioStage) throws(StageFailure) -> Void
    ) throws(StageFailure) {
        path = []
        point = root
        try act(key, body)
    }

    private func act(
        _ key: String, _ body: @escaping (any ScenarioStage) throws(StageFailure) -> Void
    ) throws(StageFailure) {
        _ = try perform(key) { stage throws(StageFailure) in
            try body(stage)
            return ""
        }
    }

    /// Has the stage stand at a game that was just started, from which a copy of it can go on.
    /// - Returns: whether there is such a game.
    func standAtStart() -> Bool {
        guard (try? start()) != nil else { return false }
        catchUp()
        return true
    }

    public var now: Double { point.outcome == nil ? stage.now : point.now }

    /// The session in which what was recalled was done.
    public var sessionNumber: Int { point.outcome == nil ? stage.sessionNumber : point.sessionNumber }

    public func reading(measuringHeap: Bool) -> ReadingText {
        if let reading = point.readings[measuringHeap] { return reading }
        catchUp()
        let reading = stage.reading(measuringHeap: measuringHeap)
        point.readings[measuringHeap] = reading
        return reading
    }

    public func picture() -> String {
        if let picture = point.picture { return picture }
        catchUp()
        let picture = stage.picture()
        point.picture = picture
        return picture
    }

    public func start() throws(StageFailure) {
        try begin("start") { stage throws(StageFailure) in try stage.start() }
    }

    public func start(_ conditions: StartConditions) throws(StageFailure) {
        try begin("start \(conditions)") { stage throws(StageFailure) in try stage.start(conditions) }
    }

    public func load(_ conditions: StartConditions) throws(StageFailure) {
        try begin("load \(conditions)") { stage throws(StageFailure) in try stage.load(conditions) }
    }

    public func press(_ control: String, times: Int) throws(StageFailure) {
        try act("press \(control) \(times)") { stage throws(StageFailure) in try stage.press(control, times: times) }
    }

    public func hold(_ control: String, milliseconds: Double) throws(StageFailure) {
        try act("hold \(control) \(milliseconds)") { stage throws(StageFailure) in
            try stage.hold(control, milliseconds: milliseconds)
        }
    }

    public func hold(_ control: String) throws(StageFailure) {
        try act("down \(control)") { stage throws(StageFailure) in try stage.hold(control) }
    }

    public func release(_ control: String) throws(StageFailure) {
        try act("up \(control)") { stage throws(StageFailure) in try stage.release(control) }
    }

    public func click(_ selector: String) throws(StageFailure) {
        try act("click \(selector)") { stage throws(StageFailure) in try stage.click(selector) }
    }

    public func advance(milliseconds: Double) throws(StageFailure) {
        try act("wait \(milliseconds)") { stage throws(StageFailure) in try stage.advance(milliseconds: milliseconds) }
    }

    public func advance(frames: Int) throws(StageFailure) {
        try act("frames \(frames)") { stage throws(StageFailure) in try stage.advance(frames: frames) }
    }

    public func stall(milliseconds: Double) throws(StageFailure) {
        try act("stall \(milliseconds)") { stage throws(StageFailure) in try stage.stall(milliseconds: milliseconds) }
    }

    public func play(_ goal: PlayGoal) throws(StageFailure) -> String {
        try perform("play \(goal) \(goal.limitMilliseconds)") { stage throws(StageFailure) in try stage.play(goal) }
    }
}
