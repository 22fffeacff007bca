import GamePlaying

/// A stage that does nothing twice.
///
/// A session is deterministic: the same steps after the same start give the same reading. So steps that were done
/// before are answered from memory, and the game is played again up to the point only when something new is asked of
/// it. Scenarios of a rulebook share their long games this way.
public final class RecallingStage: ScenarioStage {
    /// The point that a sequence of steps leads to, as far as it is known.
    private final class Point {
        var next: [String: Point] = [:]
        var now = 0.0
        var outcome: Result<String, StageFailure>?
        var reading: String?
        var picture: String?
    }

    private typealias Step = (any ScenarioStage) -> Result<String, StageFailure>

    private let stage: any ScenarioStage
    private let root = Point()
    private var point: Point
    /// The steps since the last start.
    private var path: [Step] = []
    /// Whether the stage has really done all of them.
    private var isCaughtUp = true

    public init(_ stage: any ScenarioStage) {
        self.stage = stage
        point = root
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
            path.append(step)
            isCaughtUp = false
            return try outcome.get()
        }
        catchUp()
        let outcome = step(stage)
        let reached = known ?? Point()
        reached.now = stage.now
        reached.outcome = outcome
        point.next[key] = reached
        point = reached
        path.append(step)
        return try outcome.get()
    }

    /// Has the stage do the steps that were answered from memory.
    private func catchUp() {
        guard !isCaughtUp else { return }
        for step in path { _ = step(stage) }
        isCaughtUp = true
    }

    /// What begins anew depends on nothing before it.
    private func begin(
        _ key: String, _ body: @escaping (any ScenarioStage) throws(StageFailure) -> Void
    ) throws(StageFailure) {
        path = []
        point = root
        isCaughtUp = true
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

    public var now: Double { point.outcome == nil ? stage.now : point.now }

    public func readingJSON() -> String {
        if let reading = point.reading { return reading }
        catchUp()
        let reading = stage.readingJSON()
        point.reading = reading
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

    public func play(_ goal: PlayGoal) throws(StageFailure) -> String {
        try perform("play \(goal) \(goal.limitMilliseconds)") { stage throws(StageFailure) in try stage.play(goal) }
    }
}
