import Testing

@testable import ScriptEngine

@Suite("A script program")
struct ScriptProgramTests {
    private let machine = VirtualMachine()

    @Test func `runs in each context for itself`() throws {
        let program = try ScriptProgram("globalThis.runs = (globalThis.runs ?? 0) + 1", url: "program.js", in: machine)
        let first = ScriptContext(in: machine)
        let second = ScriptContext(in: machine)
        #expect(try first.evaluate(program).number == 1)
        #expect(try first.evaluate(program).number == 2)
        #expect(try second.evaluate(program).number == 1)
    }

    @Test func `leaves no promise job behind`() throws {
        let context = ScriptContext(in: machine)
        try context.evaluate(ScriptProgram("var done = false; Promise.resolve().then(() => { done = true })", url: "program.js", in: machine))
        #expect(try context.evaluate("done").boolean)
    }

    @Test func `reports an exception with its place, and a syntax error with its line`() throws {
        let thrown = #expect(throws: ScriptError.self) {
            try ScriptContext(in: machine).evaluate(ScriptProgram("\nnull.x", url: "program.js", in: machine))
        }
        #expect(thrown?.name == "TypeError")
        #expect(thrown?.line == 2)
        #expect(thrown?.source == "program.js")
        let refused = #expect(throws: ScriptError.self) { try ScriptProgram("let a\nlet ?", url: "program.js", in: machine) }
        #expect(refused?.name == "SyntaxError")
        #expect(refused?.line == 2)
    }
}
