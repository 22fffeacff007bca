import Testing

@testable import ScriptEngine

@Suite("A script context")
struct ScriptContextTests {
    private let context = ScriptContext(in: VirtualMachine())

    @Test func `evaluates to the completion value`() throws {
        #expect(try context.evaluate("6 * 7").number == 42)
        #expect(try context.evaluate("'a' + 'b\\u0000c'").description == "ab\0c")
        #expect(try context.evaluate("[1, {a: null}]").json() == #"[1,{"a":null}]"#)
    }

    @Test func `hands over texts of every kind of character`() throws {
        #expect(try context.evaluate("''").description == "")
        #expect(try context.evaluate("'Pièce ÿ\\0'").description == "Pièce ÿ\0")
        #expect(try context.evaluate("'方块 🎮'").description == "方块 🎮")
        #expect(try context.evaluate("'a\\ud83c.'").description == "a\u{FFFD}.")
        #expect(try context.evaluate("'é'.repeat(5000)").description == String(repeating: "é", count: 5000))
    }

    @Test func `shares top-level lexical names between scripts`() throws {
        try context.evaluate("let score = 3; const board = [1, 2]")
        #expect(try context.evaluate("score + board.length").number == 5)
    }

    @Test func `reports an exception with its name, message and place`() {
        let error = #expect(throws: ScriptError.self) {
            try context.evaluate("\n  null.x", url: "game.js", line: 10)
        }
        #expect(error?.name == "TypeError")
        #expect(error?.line == 11)
        #expect(error?.source == "game.js")
        #expect(error?.cause == .exception)
        #expect(error?.stack != nil)
    }

    @Test func `reports a thrown value that is no error`() {
        let error = #expect(throws: ScriptError.self) { try context.evaluate("throw 'over'") }
        #expect(error?.message == "over")
    }

    @Test func `survives an exception whose properties throw`() {
        let error = #expect(throws: ScriptError.self) {
            try context.evaluate("throw {get name() { throw 1 }, get message() { throw 2 }, toString() { throw 3 }}")
        }
        #expect(error?.name == "Error")
    }

    @Test func `finds syntax errors without running anything`() throws {
        try context.checkSyntax("let a = 1")
        let error = #expect(throws: ScriptError.self) { try context.checkSyntax("a = 1;\nfor (;;", line: 5) }
        #expect(error?.name == "SyntaxError")
        #expect(try context.evaluate("typeof a").description == "undefined")
    }

    @Test func `calls Swift closures and hands their errors to the script`() throws {
        struct Failure: Error, CustomStringConvertible { let description = "no such file" }
        let double = context.function { context, arguments in context.value((arguments.first?.number ?? 0) * 2) }
        let failing = context.function { _, _ in throw Failure() }
        try context.global.setProperty("double", to: double)
        try context.global.setProperty("failing", to: failing)
        #expect(try context.evaluate("double(21)").number == 42)
        #expect(try context.evaluate("try { failing() } catch (e) { e.message }").description == "no such file")
    }

    @Test func `runs promise jobs when a call returns`() throws {
        try context.evaluate("let order = []; Promise.resolve().then(() => order.push(2)); order.push(1)")
        #expect(try context.evaluate("order.join()").description == "1,2")
    }

    @Test func `tells of rejections that nobody handles`() throws {
        let seen = Seen()
        context.onUnhandledRejection(context.function { context, arguments in
            seen.reasons.append(arguments[1]["message"].description)
            return context.undefined
        })
        try context.evaluate("Promise.reject(new Error('lost')); Promise.reject(1).catch(() => 0)")
        #expect(seen.reasons == ["lost"])
    }

    @Test func `lends the memory of typed arrays, views with an offset too`() throws {
        let whole = try context.evaluate("var numbers = new Float64Array([1, 2, 3]); numbers")
        #expect(whole.withTypedArray(of: Double.self) { Array($0) } == [1, 2, 3])
        let view = try context.evaluate("numbers.subarray(1)")
        #expect(view.withTypedArray(of: Double.self) { Array($0) } == [2, 3])
        #expect(try context.evaluate("[1]").withTypedArray(of: Double.self) { Array($0) } == nil)
        #expect(context.arrayBuffer([7, 8]).bytes() == [7, 8])
    }

    private final class Seen {
        var reasons: [String] = []
    }
}
