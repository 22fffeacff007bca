import ScriptEngine
import ScriptSyntax
import Testing

@Suite("Syntax errors")
struct SyntaxErrorTests {
    private let parser = ScriptParser()

    @Test(arguments: [
        ("let a = 1", nil),
        ("let a = 1;\nfor (let y = 5; y > ; --y) {}", "2:21 Unexpected token ';'"),
        ("shadow('rgba', , , 0)", "1:16 Unexpected token ','"),
        ("draw(a b)", "1:6 missing ) after argument list"),
        ("let x = 'open", "1:9 Invalid or unexpected token"),
        ("function f() {\n  if (a) {\n", "3:1 Unexpected end of input"),
        ("let a = 1; let a = 2", "1:16 Identifier 'a' has already been declared"),
        ("const x;", "1:7 Missing initializer in const declaration"),
        ("function f() { await g() }", "1:16 await is only valid in async functions and the top level bodies of modules"),
        ("import x from 'y'", "1:1 Cannot use import statement outside a module"),
        ("return 5", "1:1 Illegal return statement"),
        ("while (1) { break foo }", "1:19 Undefined label 'foo'"),
        ("'🧱'; let 1a", "1:11 Invalid or unexpected token"),
        ("a `${b c}`", "1:6 Missing } in template expression"),
        ("class A { m() { this.#x } }", "1:21 Private field '#x' must be declared in an enclosing class"),
        ("/[/", "1:1 Invalid regular expression: missing /"),
        ("/(?<y>a)|(?<y>b)/v; /[a--b]/v", nil),
    ])
    func `have Chromium's message and place`(source: String, expected: String?) throws {
        let problem = try parser.syntaxError(in: source)
        #expect(problem.map { "\($0.line):\($0.column) \($0.message)" } == expected)
    }

    @Test func `of modules are judged as of modules`() throws {
        #expect(try parser.syntaxError(in: "import a from './a.js'; await a()", kind: .module) == nil)
        #expect(try parser.syntaxError(in: "with (a) {}", kind: .module)?.line == 1)
    }

    @Test func `name the package when acorn is missing`() {
        let error = #expect(throws: ScriptParserError.self) {
            try ScriptParser(acornPath: "/nowhere/acorn.js").syntaxError(in: "}")
        }
        #expect(error?.description.contains("node-acorn") == true)
    }

    @Test func `are never a crash, however deep a script is nested`() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(try parser.syntaxError(in: deep) != nil)
        #expect(try parser.exposingScopes(of: deep, by: "expose") == nil)
    }
}
