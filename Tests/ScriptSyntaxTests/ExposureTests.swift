import ScriptEngine
import ScriptSyntax
import Testing

@Suite("Exposed scopes")
struct ExposureTests {
    private let parser = ScriptParser()
    private let context = ScriptContext(in: VirtualMachine())

    /// Runs the instrumented script with an `expose` that collects the accessors of scopes and objects by name.
    private func run(_ source: String, kind: ScriptKind = .classic) throws {
        try context.evaluate(
            """
            var seen = {};
            function expose(accessors, name, place, object) {
              (seen[name] ??= []).push(accessors === 0 ? object : object === undefined ? accessors() : accessors(object));
            }
            """)
        let text = try #require(try parser.exposingScopes(of: source, kind: kind, by: "expose"))
        #expect(
            text.split(separator: "\n", omittingEmptySubsequences: false).count
                == source.split(separator: "\n", omittingEmptySubsequences: false).count)
        try context.evaluate(text)
    }

    private func value(_ expression: String) throws -> String { try context.evaluate(expression).description }

    @Test func `of a function that is called at once can be read and written`() throws {
        try run("(function () { 'use strict'\n let score = 1; const rows = [2]; var speed = 3; globalThis.score = () => score })()")
        #expect(try value("seen.function[0].score") == "1")
        #expect(try value("seen.function[0].rows") == "2")
        #expect(try value("seen.function[0].score = 7; score()") == "7")
        #expect(try value("'use strict'; try { seen.function[0].rows = 1 } catch (e) { e.name }") == "TypeError")
    }

    @Test func `throw for a name that is not initialised yet`() throws {
        try run("globalThis.early = () => {}; (() => { early(); let a = 1; globalThis.a = a })()")
        #expect(try value("seen.function[0].a") == "1")
        try run(
            "(() => { globalThis.probe(); let b = 1 })()".replacing(
                "globalThis.probe()", with: "try{seen.function.at(-1).b}catch(e){globalThis.caught=e.name}"))
        #expect(try value("caught") == "ReferenceError")
    }

    @Test func `of factories hold what their closures keep, and nothing of hot functions`() throws {
        try run(
            """
            function createGame(width) {
              let board = new Array(width), temporary = 1;
              return { board: () => board, tick() { for (let i = 0; i < 2; i++) { const cell = i; board[i] = cell } } };
            }
            const game = createGame(10); const other = createGame(12);
            """)
        #expect(try value("seen.createGame.length") == "2")
        #expect(try value("Object.keys(seen.createGame[0]).join()") == "board")
        #expect(try value("Object.keys(seen).join()") == "createGame")
    }

    @Test func `of blocks and start listeners are found`() throws {
        try run(
            """
            { let inBlock = 5; globalThis.f = () => inBlock }
            const page = { addEventListener(type, listener) { listener() } };
            page.addEventListener('DOMContentLoaded', start);
            function start() { const field = [1]; try { let inner = 2 } catch {} }
            """)
        #expect(try value("seen.program[0].inBlock + seen.start[0].field[0] + seen.start[1].inner") == "8")
    }

    @Test func `show private fields of instances and classes`() throws {
        try run(
            """
            class Field { #rows = 20; static #count = 3; grow() { this.#rows++ } }
            class Tall extends Field { #more = 1; constructor() { super(); this.grow() } }
            const tall = new Tall();
            """)
        #expect(try value("Object.keys(seen.Field[1]).join() + seen.Field[1]['#rows']") == "#rows21")
        #expect(try value("seen.Field[0]['#count']") == "3")
        #expect(try value("seen.Tall[0]['#more'] = 9, seen.Tall[0]['#more']") == "9")
        #expect(try value("Reflect.ownKeys(tall).length") == "0")
    }

    @Test func `show instances of classes without private fields`() throws {
        try run("(function () { class Game { constructor() { this.score = 4 } } new Game() })()")
        #expect(try value("seen.Game[0].score") == "4")
    }

    @Test func `leave alone a class whose base gives the same object twice`() throws {
        try run(
            """
            class Single { constructor() { if (Single.only) return Single.only; Single.only = this } }
            class Game extends Single {}
            const same = new Game() === new Game();
            """)
        #expect(try value("same") == "true")
    }

    @Test(arguments: [
        ("(function () { 'use strict'; return this })() === undefined", "true"),
        ("(function (a) { return arguments.length + a })(1, 2)", "3"),
        ("(function (a, b = () => a) { var a = 5; return b() + a })(1)", "6"),
        ("(function* () { let a = 1; yield () => a })().next().value()", "1"),
        ("(() => { function f() { return g() } function g() { return 4 } return f() })()", "4"),
        ("(function () { let _ = 1, $ = 2, arguments_ = 3; return _ + $ + arguments_ })()", "6"),
        ("(function () { let a = 1\n;[2].forEach(b => { a += b })\nreturn a })()", "3"),
        ("(function () { 'a'\n'b'\nlet c = 2\nreturn c })()", "2"),
        ("new (class extends Array { constructor() { super(); this.push(1) } })().length", "1"),
        ("new (class { ['constructor']() { return 2 } })().constructor()", "2"),
        ("(() => { class A { static #a = 1; static b() { return A.#a } }; return A.b() })()", "1"),
        ("(() => { switch (1) { case 1: let a = 3; return (() => a)() } })()", "3"),
        ("(() => { label: { let a = 1; break label } return 2 })()", "2"),
        ("((async () => { let a = 1; await a; globalThis.later = a })(), 1)", "1"),
        ("(function () { if (1) { function f() { return 8 } } return f() })()", "8"),
    ])
    func `don't change what a script does`(expression: String, expected: String) throws {
        try run("globalThis.result = \(expression)")
        #expect(try value("result") == expected)
    }

    @Test func `are tried on the games`() {
        #expect(GameScripts.all.count >= 12)
    }

    @Test(arguments: GameScripts.all)
    func `parse in every game, and on the same lines`(script: GameScripts.Script) throws {
        let kind: ScriptKind = script.isModule ? .module : .classic
        let text = try #require(try parser.exposingScopes(of: script.text, kind: kind, by: "__expose"))
        #expect(try parser.syntaxError(in: text, kind: kind) == nil)
        #expect(text.count(where: \.isNewline) == script.text.count(where: \.isNewline))
    }

    /// Runs the script as it is, then the one that hands over what it keeps at its top level.
    private func runExposingTopLevel(_ source: String) throws {
        try context.evaluate("var seen = {}; function expose(accessors, name, place) { seen[name] = accessors(); seen.place = place }")
        try context.evaluate(source)
        try context.evaluate(try #require(try parser.exposingTopLevel(of: source, by: "expose", place: "script 1")))
    }

    @Test func `of a script are its variables and classes, but not its functions`() throws {
        try runExposingTopLevel("const rows = 20; let score = 1; var board = []; class Piece {}; function draw() { const inner = 1 }")
        #expect(try value("Object.keys(seen.script).sort().join()") == "Piece,board,rows,score")
        #expect(try value("seen.script.score = 7; score") == "7")
        #expect(try value("seen.place") == "script 1")
    }

    @Test func `of a script are also the globals that it makes by assigning to them`() throws {
        try runExposingTopLevel("grid = [1]; function f() { count = 2; hits++; let own = 1; own = 2 }; hits = 0; f()")
        #expect(try value("Object.keys(seen.script).sort().join()") == "count,grid,hits")
    }

    @Test func `of a script that keeps nothing, or can't be parsed, are none`() throws {
        #expect(try parser.exposingTopLevel(of: "console.log(1)", by: "expose", place: "script 1") == nil)
        #expect(try parser.exposingTopLevel(of: "let = = 1", by: "expose", place: "script 1") == nil)
    }
}
