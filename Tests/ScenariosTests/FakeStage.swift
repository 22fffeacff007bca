import GamePlaying

/// A stage without a game: a four by four playfield with one piece that the steps move, and failures on demand.
final class FakeStage: ScenarioStage {
    var now = 0.0
    var done: [String] = []
    var column = 1
    var failures: [String: StageFailure] = [:]
    var playLog = #"{"reached":true,"pieces":3,"hang":null}"#
    var pageErrors = "[]"
    private(set) var heapMeasurements = 0
    private var hasPlayed = false

    private func note(_ action: String) throws(StageFailure) {
        done.append(action)
        if let failure = failures[action] { throw failure }
    }

    func start() throws(StageFailure) {
        try note("start")
        now = 100
    }

    func start(_ conditions: StartConditions) throws(StageFailure) {
        try note("start \(conditions.seed ?? 0) \(conditions.framesPerSecond ?? 0)")
        now = 100
    }

    func press(_ control: String, times: Int) throws(StageFailure) {
        try note("press \(control) \(times)")
        if control == "left" { column = max(0, column - times) }
    }

    func hold(_ control: String, milliseconds: Double) throws(StageFailure) {
        try note("hold \(control) \(milliseconds)")
        now += milliseconds
    }

    func click(_ selector: String) throws(StageFailure) { try note("click \(selector)") }

    func advance(milliseconds: Double) throws(StageFailure) {
        try note("wait \(milliseconds)")
        now += milliseconds
    }

    func advance(frames: Int) throws(StageFailure) {
        done.append("frames \(frames)")
        now += Double(frames) * 10
    }

    func play(_ goal: PlayGoal) throws(StageFailure) -> String {
        try note("play \(goal)")
        hasPlayed = true
        return playLog
    }

    func reading(measuringHeap: Bool) -> ReadingText {
        if measuringHeap { heapMeasurements += 1 }
        let state = """
        {"phase":"playing","columns":4,"rows":4,\
        "board":[[0,0,0,0],[0,0,0,0],[0,0,0,0],[1,1,0,1]],\
        "piece":{"cells":[[\(column),0],[\(column),1]],"left":\(column),"right":\(column),"top":0,"bottom":1,"look":2},\
        "score":null,"controls":{"left":"ArrowLeft"},"page":{"errors":\(pageErrors),"missing":[]\(measuringHeap ? ",\"heapBytes\":7" : "")},\
        "play":\(hasPlayed ? playLog : "null")}
        """
        return ReadingText(state: state, frame: Int(now / 10), time: now)
    }

    func picture() -> String { "piece at \(column)" }
}
