import GamePlaying

/// A small Tetris without a page: for running the rulebook's files against a game that is known to be right, or wrong
/// in one way.
final class FakeTetris: ScenarioStage {
    enum Defect {
        case leftWall, rotation, gravity, overlook, score, speed, pause, rate, leak, preview, errors, noEnd, tooHigh
    }

    private static let kinds: [[(Int, Int)]] = [
        [(0, 1), (1, 1), (2, 1), (3, 1)], [(1, 0), (2, 0), (1, 1), (2, 1)], [(1, 0), (0, 1), (1, 1), (2, 1)],
        [(1, 0), (2, 0), (0, 1), (1, 1)], [(0, 0), (1, 0), (1, 1), (2, 1)], [(0, 0), (0, 1), (1, 1), (2, 1)],
        [(2, 0), (0, 1), (1, 1), (2, 1)],
    ]
    private static let boxes = [4, 3, 3, 3, 3, 3, 3]

    private let defect: Defect?
    var now = 0.0
    private var frameMs = 1000.0 / 60
    private var frame = 0
    private var board = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 20)
    private var cells: [(Int, Int)] = []
    private var origin = (column: 3, row: 0)
    private var index = 0
    private var sinceFall = 0.0
    private var isPaused = false, isOver = false, hasStarted = false
    private var score = 0, level = 1
    private var playLog = "null"

    init(_ defect: Defect? = nil) {
        self.defect = defect
    }

    private var kind: Int { index * 3 % 7 }
    private var nextKind: Int { (index + (defect == .preview ? 2 : 1)) * 3 % 7 }

    func load(_ conditions: StartConditions) throws(StageFailure) {
        now = 0
        frame = 0
        hasStarted = false
    }

    func start() throws(StageFailure) { try start(StartConditions()) }

    func start(_ conditions: StartConditions) throws(StageFailure) {
        frameMs = 1000 / (conditions.framesPerSecond ?? 60)
        now = 50
        frame = 0
        (index, score, level, sinceFall) = (0, 0, 1, 0)
        (isPaused, isOver, hasStarted) = (false, false, true)
        board = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 20)
        playLog = "null"
        spawn()
    }

    private func spawn() {
        cells = Self.kinds[kind]
        origin = (3, 0)
        if !fits(cells, origin) { isOver = true }
    }

    private func fits(_ cells: [(Int, Int)], _ origin: (column: Int, row: Int)) -> Bool {
        cells.allSatisfy { cell in
            let (column, row) = (cell.0 + origin.column, cell.1 + origin.row)
            guard column >= (defect == .leftWall ? -9 : 0), column < 10, row < 20 else { return false }
            return column < 0 || row < 0 || board[row][column] == 0
        }
    }

    private func move(_ columns: Int, _ rows: Int) -> Bool {
        let moved = (column: origin.column + columns, row: origin.row + rows)
        guard fits(cells, moved) else { return false }
        origin = moved
        return true
    }

    private func fall() {
        guard !move(0, 1) else { return }
        for cell in cells where cell.0 + origin.column >= 0 { board[cell.1 + origin.row][cell.0 + origin.column] = kind + 1 }
        let kept = board.filter { $0.contains(0) }
        board = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 20 - kept.count) + kept
        index += 1
        spawn()
    }

    func advance(frames: Int) throws(StageFailure) {
        for _ in 0..<frames {
            frame += 1
            now += frameMs
            guard hasStarted, !isOver, !isPaused || defect == .pause, defect != .gravity else { continue }
            sinceFall += defect == .rate ? 1000 / 60 : frameMs
            if sinceFall >= 800 {
                sinceFall -= 800
                fall()
            }
        }
    }

    func stall(milliseconds: Double) throws(StageFailure) { now += milliseconds }

    func advance(milliseconds: Double) throws(StageFailure) { try advance(frames: Int((milliseconds / frameMs).rounded())) }

    func press(_ control: String, times: Int) throws(StageFailure) {
        for _ in 0..<times {
            if control == "pause" { isPaused.toggle() }
            if control == "restart" { try start() }
            if hasStarted, !isOver, !isPaused { act(control) }
            try advance(frames: 2)
        }
    }

    private func act(_ control: String) {
        switch control {
        case "left": _ = move(-1, 0)
        case "right": _ = move(1, 0)
        case "soft": fall()
        case "hard":
            let piece = index
            while index == piece { fall() }
        case "rotate":
            let box = Self.boxes[kind] - 1
            var turned = cells.map { (box - $0.1, $0.0) }
            if kind == 1 { turned = cells }
            if defect == .rotation { turned[0].0 += 1 }
            if fits(turned, origin) { cells = turned }
        default: break
        }
    }

    func hold(_ control: String, milliseconds: Double) throws(StageFailure) {
        for _ in 0..<Int(milliseconds / 50) { try press(control, times: 1) }
    }

    func click(_ selector: String) throws(StageFailure) {}

    /// Drops pieces for goals that need the game to change; the long game's log is made up.
    func play(_ goal: PlayGoal) throws(StageFailure) -> String {
        var pieces = 0
        switch goal.target {
        case .pieces(let count):
            for _ in 0..<count { act("hard") }
            board = board.map { $0.map { _ in 0 } }
            pieces = count
        case .restart: try start()
        case .topOut:
            while !isOver, pieces < 30 {
                act("hard")
                pieces += 1
            }
        default:
            pieces = 70
            score = 5000
            level = 6
        }
        playLog = log(goal, pieces: pieces)
        return playLog
    }

    private func log(_ goal: PlayGoal, pieces: Int) -> String {
        let locks = (0..<pieces).map { piece in
            let cells = Self.kinds[piece % 7].map { "[\($0.0),\($0.1 + 18)]" }.joined(separator: ",")
            let full = piece % 10 == 9 ? "[19]" : "[]"
            let kind = defect == .overlook && piece == 19 ? "rowsNotCleared" : "ok"
            return "{\"time\":\(piece * 1000),\"kind\":\"\(kind)\",\"piece\":[\(cells)],\"full\":\(full),\"coloursKept\":true}"
        }
        let isEnd = goal.target == .topOut
        let points = defect == .score ? "null" : "100"
        return """
            {"goal":"\(goal)","reached":true,"reason":"reached","pieces":\(pieces),"lines":50,"locks":[\(locks.joined(separator: ","))],\
            "clears":{"1":44,"2":3},"anomalies":[],"turns":[{"kind":"T"\(defect == .rotation ? ",\"fault\":\"it stays as it is\"" : "")}],"kinds":{"I":10,"O":10,"T":10,"S":10,"Z":10,"J":10,"L":10},"gravityMs":[800],"speedMinMs":\(defect == .speed ? 16 : 300),\
            "scores":[{"lines":1,"level":1,"forRows":100},{"lines":2,"level":1,"forRows":\(points)}],\
            "preview":{"pieces":9,"right":\(defect == .preview ? 2 : 9),"isRight":\(defect != .preview),"detail":"a T was shown and an S came"},\
            "pushes":{"refusedAbove":\(defect == .tooHigh ? 5 : 1),"movedAbove":\(defect == .tooHigh ? 0 : 6),"refusedInTheOpen":0},\
            "over":\(isEnd && defect != .noEnd),"restarted":\(goal.target == .restart),"overSign":"a text"}
            """
    }

    func reading(measuringHeap: Bool) -> ReadingText {
        func list(_ cells: [(Int, Int)]) -> String { "[" + cells.map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]" }
        let placed = cells.map { ($0.0 + origin.column, $0.1 + origin.row) }
        let piece = """
            {"cells":\(list(placed)),"left":\(placed.map(\.0).min() ?? 0),"right":\(placed.map(\.0).max() ?? 0),\
            "top":\(placed.map(\.1).min() ?? 0),"bottom":\(placed.map(\.1).max() ?? 0),"look":\(kind + 1)}
            """
        let controls = ["left", "right", "rotate", "soft", "hard", "pause", "restart"].map { "\"\($0)\":\"\($0)\"" }
        let errors =
            defect == .errors ? #"[{"time":1,"kind":"error","name":"TypeError","message":"null is not an object","line":3}]"# : "[]"
        let heap = 1_000_000 + (defect == .leak ? frame * 1000 : 0)
        let state = """
            {"phase":"\(isOver ? "over" : isPaused ? "paused" : hasStarted ? "playing" : "waiting")",\
            "columns":10,"rows":20,"board":\(board),"piece":\(hasStarted && !isOver ? piece : "null"),"ghost":null,\
            "next":[{"cells":\(list(Self.kinds[nextKind]))}],"hold":null,"score":\(score),"lines":0,"level":\(level),"errors":0,\
            "controls":{\(controls.joined(separator: ","))},"observed":{"start":"click #start"},"play":\(playLog),\
            "drawn":{"seen":true,"agrees":true},"page":{"errors":\(errors),"missing":[],"heapBytes":\(heap)}}
            """
        return ReadingText(state: state, frame: frame, time: now)
    }

    func picture() -> String {
        board.map { $0.map { $0 == 0 ? "." : "#" }.joined() }.joined(separator: "\n")
    }
}
