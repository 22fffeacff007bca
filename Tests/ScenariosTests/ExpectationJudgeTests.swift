import GamePlaying
import Testing

@testable import Scenarios

@Suite("The judge of expectations")
struct ExpectationJudgeTests {
    private let judge: ExpectationJudge

    init() throws {
        judge = try ExpectationJudge()
        judge.begin(remembering: ["earlier"])
        judge.look(at: Self.reading(column: 1, top: 0))
        judge.remember(as: "earlier")
        judge.look(at: Self.reading(column: 3, top: 2))
    }

    private static func reading(column: Int, top: Int, time: Double = 5) -> ReadingText {
        let cells = [[0, 0], [1, 0], [2, 0], [1, 1]].map { "[\($0[0] + column),\($0[1] + top)]" }.joined(separator: ",")
        let empty = "[0,0,0,0,0,0]"
        let state = """
            {"columns":6,"rows":5,"score":null,"board":[\(empty),\(empty),\(empty),[1,0,0,0,0,2],[1,1,2,2,3,3]],\
            "piece":{"cells":[\(cells)],"left":\(column),"top":\(top)}}
            """
        return ReadingText(state: state, frame: Int(time), time: time)
    }

    @Test(arguments: [
        "piece.left === 3 && earlier.piece.left === 1", "same(moved(earlier, piece), [2, 2])", "score === null",
        "count(board) === 8", "same(fullRows(board), [4])", "height(board) === 2", "width(piece) === 3",
        "same(rowsOf(piece), [2, 3])", "same(columnsOf(piece), [3, 4, 5])", "kind(piece) === 'T'", "connected(piece)",
        "inside(piece, columns, rows)", "!inside(piece, 5, rows)", "overlaps(piece, board) === false",
        "shape(piece) === shape(earlier.piece)", "moved(piece, {cells: [[0, 0]]}) === null", "sameCells(board, earlier.board)",
        "near(100, 109, 0.1) && !near(100, 120, 0.1)",
        "rowFaults({ locks: [{ kind: 'ok', full: [19] }, { kind: 'rowsWrong', full: [18], excuse: 'top' }] }).length === 0",
        "rowFaults({ locks: [{ kind: 'rowsWrong', full: [], }, { kind: 'rowsWrong', full: [18] }] })[0].full[0] === 18",
        "restFaults({ locks: [{ kind: 'rowsTaken', full: [] }, { kind: 'stuck', full: [] }, { kind: 'floating', full: [], excuse: 'speed' }] }).length === 0",
        "restFaults({ locks: [{ kind: 'ok', full: [] }, { kind: 'floating', full: [] }, { kind: 'floating', full: [3] }] }).length === 1",
        "badRest({ locks: [{ kind: 'floating', excuse: 'top' }, { kind: 'overlapping' }, { kind: 'floating' }] }).kind === 'overlapping'",
        "badRest({ locks: [{ kind: 'rowsTaken' }, { kind: 'floating' }] }) === undefined",
        "drawnTooLow({ anomalies: [{ control: 'fall' }, { control: 'fall' }], locks: [{ kind: 'ok' }] })",
        "!drawnTooLow({ anomalies: [{ control: 'fall' }, { control: 'rotate' }], locks: [{ kind: 'ok' }] })",
        "!drawnTooLow({ anomalies: [{ control: 'fall' }, { control: 'fall' }], locks: [{ kind: 'floating' }] })", "last([1, 2]) === 2 && sum([1, 2]) === 3", "same(unique([1, 2, 1]), [1, 2])",
        "kind([[0, 0], [1, 0], [2, 0], [2, 2]]) === null", "!connected({cells: [[0, 0], [2, 0]]})",
        "same(cells([[0, 1], [1, 0]]), [[1, 0], [0, 1]])", "level === undefined",
    ])
    func `holds`(expression: String) {
        #expect(judge.problem(in: expression, names: ReadingNames.all + ReadingNames.helpers + ["earlier"]) == nil)
        #expect(judge.holds(expression))
    }

    @Test func `sees the moment go on while all else stays as it is`() {
        judge.look(at: Self.reading(column: 3, top: 2, time: 8))
        #expect(judge.holds("time === 8 && frame === 8 && piece.left === 3 && earlier.time === 5"))
        judge.begin(remembering: ["earlier"])
        judge.look(at: Self.reading(column: 3, top: 2, time: 9))
        #expect(judge.holds("time === 9 && piece.left === 3 && earlier === undefined"))
    }

    @Test func `counts an exception and an endless loop as not holding`() {
        #expect(!judge.holds("play.locks.length > 0"))
        #expect(!judge.holds("(() => { for (;;); })()"))
        #expect(judge.holds("columns === 6"))
    }

    @Test func `shows the operands with their values`() {
        let operands = judge.operands(of: "piece.left === 0 && (score ?? 0) >= 10 && same(moved(earlier, piece), [0, 1]) && board")
        #expect(
            operands.map { "\($0.source) = \($0.value)" } == [
                "piece.left = 3", "score = null", "same(moved(earlier, piece), [0, 1]) = false", "moved(earlier, piece) = [2,2]",
                "piece = {\"cells\":[[3,2],[4,2],[5,2],[4,3]],\"left\":3,\"top\":2}", "board = 6 × 5 cells, 8 filled",
            ])
        #expect(judge.operands(of: "play.locks.length").first?.value.hasPrefix("none (") == true)
    }

    @Test func `fills templates`() {
        let template = Template("at {piece.left}, {kind(piece)} {({a: 1}).a} of {play.x")
        #expect(judge.text(of: template) == "at 3, T 1 of {play.x")
        #expect(judge.shown("1 / 3") == "0.333")
    }

    @Test func `forgets readings when a scenario begins`() {
        judge.begin(remembering: [])
        #expect(!judge.holds("piece"))
    }
}
