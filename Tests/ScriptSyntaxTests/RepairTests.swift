import Testing

@testable import ScriptSyntax

@Suite("Repairs of scripts")
struct RepairTests {
    private let parser = ScriptParser()

    private func codes(_ source: String) throws -> [[String]] {
        try parser.repairs(of: source).map { $0.edits.map(\.code) }
    }

    @Test func `puts 0 where a value is missing, and what is usual there`() throws {
        #expect(try codes("for (let y = 9; y > ; --y) f(y)") == [["y > 0"]])
        #expect(try codes("if (r >= ) f(); while (r >= rows) r--; if (r >= rows) f()") == [["r >= 0"], ["r >= rows"]])
        #expect(try codes("let a = ;") == [["a = 0"]])
    }

    @Test(arguments: [
        ("f(a, b;", "f(a, b)"), ("if (a > 1 { b() }", "if (a > 1) { b() }"), ("x = {a: 1 b: 2}", "{a: 1, b: 2}"),
        ("let b = [1, 2;", "[1, 2]"), ("foo());", "foo()"), ("const s = 'abc;", "s = 'abc'"),
    ])
    func `finds the token that is missing or too many`(_ source: String, _ code: String) throws {
        #expect(try codes(source).first == [code])
    }

    @Test func `closes a block where the lines are indented no more`() throws {
        let repair = try #require(try parser.repairs(of: "function f() {\n  if (a) {\n    b();\n}\nfunction g() {\n}\n").first)
        #expect(repair.text == "function f() {\n  if (a) {\n    b();\n}\n}\nfunction g() {\n}\n")
        #expect(repair.edits.map(\.line) == [5])
    }

    @Test func `repairs one slip after the other`() throws {
        #expect(try codes("let a = ;\nlet b = [1, 2;") == [["a = 0", "[1, 2]"]])
    }

    @Test func `leaves alone what parses, and gives up on what is no script`() throws {
        #expect(try parser.repairs(of: "let a = 1;").isEmpty)
        #expect(try parser.repairs(of: "This is a fine story of a game that fell to pieces, and so on; indeed.").isEmpty)
    }

    @Test func `fills the holes of arrays, not those of patterns`() throws {
        let repair = try #require(try parser.fillingHoles(of: "const a = [, 4, /*,*/ , 1];\nconst b = [[, , 0, ]];\nconst [, c] = a;"))
        #expect(repair.text == "const a = [0, 4, /*,*/ 0, 1];\nconst b = [[0, 0, 0, 0]];\nconst [, c] = a;")
        #expect(repair.edits.map(\.code) == ["[0, 4, /*,*/ 0, 1]", "[0, 0, 0, 0]"])
        #expect(repair.edits.map(\.line) == [1, 2])
        #expect(try parser.fillingHoles(of: "const [, c] = [1, 2, ];") == nil)
    }

    @Test func `knows the names that nobody declares`() throws {
        let source = "let board = []; made = 1; function f() { return bord.length + bord[0] + typeof x + Math.PI }"
        let names = try parser.names(in: source)
        #expect(names.unknown == ["bord", "Math"])
        #expect(names.declared == ["board", "f"])
        let repair = try #require(try parser.renaming("bord", to: "board", in: source))
        #expect(repair.text.contains("return board.length + board[0]"))
        #expect(repair.edits.map(\.code) == ["board.length", "board[0]"])
    }
}
