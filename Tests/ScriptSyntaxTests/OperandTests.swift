import ScriptSyntax
import Testing

@Suite("Operands of an expression")
struct OperandTests {
    private let parser = ScriptParser()

    @Test(arguments: [
        ("score > 5 && board[row][c + 1] === 0", ["score", "board[row][c + 1]", "row", "c"]),
        (
            "rows.every(r => r.full) && Math.max(a, 2) - 1 <= before.score + 3",
            ["rows.every(r => r.full)", "Math.max(a, 2) - 1", "Math.max(a, 2)", "a", "before.score + 3", "before.score"]
        ),
        ("!over", ["over"]),
        ("piece?.cells.length === 4 || [1, 2].includes(level)", ["piece?.cells.length", "[1, 2].includes(level)", "level"]),
        ("1 + 1 === 2", ["1 + 1"]),
        ("not an expression", ["not"]),
        ("(", []),
    ])
    func `are those that have something to tell`(expression: String, expected: [String]) throws {
        let operands = try parser.operands(of: expression)
        #expect(operands.map(\.text) == expected)
        let units = Array(expression.utf16)
        for operand in operands {
            #expect(String(decoding: units[operand.start..<operand.end], as: UTF16.self) == operand.text)
        }
    }
}
