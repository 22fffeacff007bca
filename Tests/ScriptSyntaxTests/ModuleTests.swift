import ScriptEngine
import ScriptSyntax
import Testing

@Suite("Linked modules")
struct ModuleTests {
    private let parser = ScriptParser()
    private let context = ScriptContext(in: VirtualMachine())

    /// Runs `main.js` of these files; the value is what it left in `globalThis.result`, as JSON.
    private func run(_ files: [String: String], map: ImportMap = ImportMap(), exposed: Bool = false) throws -> String? {
        let resolve = { (specifier: String, from: String) -> ModuleSource? in
            guard let url = map.resolve(specifier, from: "http://game/" + from, page: "http://game/") else { return nil }
            let path = String(url.dropFirst("http://game/".count))
            guard let text = files[path] else { return nil }
            let instrumented = exposed ? try? parser.exposingScopes(of: text, kind: .module, by: "expose") : text
            return ModuleSource(url: path, text: instrumented ?? text)
        }
        var defined: Set<String> = []
        func add(_ graph: ModuleGraph) throws {
            try #require(graph.problems.isEmpty, "\(graph.problems)")
            for script in graph.scripts {
                try context.evaluate(script.text, url: script.url)
                defined.insert(script.url)
            }
            try context.evaluate(graph.linkScript)
        }
        let load = context.function { context, arguments in
            guard let source = resolve(arguments[0].description, arguments[1].description) else {
                throw ScriptParserError.failed("no module \(arguments[0])")
            }
            try add(parser.linkModules(entry: source, name: "$m", defined: defined, resolve: resolve))
            return context.value(source.url)
        }
        let registry = try context.evaluate(ScriptParser.moduleRegistry()).call(load)
        try context.global.setProperty("$m", to: registry)
        try context.evaluate("var result = null, scopes = []; function expose(scope, name) { scopes.push(name) }")
        let entry = try #require(resolve("./main.js", ""))
        let graph = try parser.linkModules(entry: entry, name: "$m", resolve: resolve)
        try add(graph)
        try context.evaluate(graph.startScript)
        return try context.global["result"].json()
    }

    @Test func `share live bindings of every form`() throws {
        let result = try run([
            "main.js": """
            import start, { score as points, add, Game } from './game.js'
            import * as game from './game.js'
            let log = [points]
            add(2)
            log.push(points, game.score, start(), new Game().name, typeof game.default, { points }.points)
            log.push(Object.keys(game).join(), Object.prototype.toString.call(game), add.call === undefined, add`1`)
            result = log
            """,
            "game.js": """
            export let score = 1
            export function add(n) { if (this !== undefined) throw 'this'; score += +n; return score }
            export default () => score * 10
            export class Game { name = 'g' }
            """,
        ])
        #expect(result == #"[1,3,3,30,"g","function",3,"Game,add,default,score","[object Module]",false,4]"#)
    }

    @Test func `pass exports on`() throws {
        let result = try run([
            "main.js": "import { a, c, more, d } from './index.js'; result = [a, c, more.b, d]",
            "index.js": "export * from './parts.js'; export { b as c } from './parts.js'; export * as more from './parts.js';\n"
                + "import x from './parts.js'; export { x as d }",
            "parts.js": "const a = 1, b = 2; export { a, b }; export default function () { return 3 }; export { a as 'odd name' }",
        ])
        #expect(result == "[1,2,2,null]")
    }

    @Test func `in a cycle see each other's functions before they are evaluated`() throws {
        let result = try run([
            "main.js": "import { even } from './even.js'; result = [even(10), even(7)]",
            "even.js":
                "import { odd, early } from './odd.js'; export function even(n) { return n === 0 || odd(n - 1) }\nexport const late = early",
            "odd.js": "import { even, late } from './even.js'; export function odd(n) { return n !== 0 && even(n - 1) }\n"
                + "export let early = even(0); try { late } catch (e) { early = e.name }",
        ])
        #expect(result == "[true,false]")
    }

    @Test func `run once, in the order of the standard, and strictly`() throws {
        let result = try run([
            "main.js": "import './a.js'; import './b.js'; order.push('main'); result = [order, this === undefined, import.meta.url]",
            "a.js": "import './c.js'; order.push('a')",
            "b.js": "import './c.js'; order.push('b')",
            "c.js": "globalThis.order = ['c']; try { undeclared = 1 } catch (e) { order.push(e.name) }",
        ])
        #expect(result == #"[["c","ReferenceError","a","b","main"],true,"main.js"]"#)
    }

    @Test func `wait for top-level awaits and load dynamically`() throws {
        let result = try run([
            "main.js": "import { ready } from './slow.js'\nconst { default: x, y } = await import('./later.js')\n"
                + "result = [ready, x, y, await import('./none.js').catch(e => e.message.includes('none'))]",
            "slow.js": "export const ready = await Promise.resolve(5)",
            "later.js": "import { ready } from './slow.js'; export default class { static n = 1 }; export const y = ready + 1",
        ])
        #expect(result == "[5,null,6,true]")
    }

    @Test func `keep their lines and survive missing semicolons`() throws {
        let error = #expect(throws: ScriptError.self) {
            try run(["main.js": "import {\n f\n} from './f.js'\nlet a = 1\nf(a)\n;null.x", "f.js": "export const f = x => x"])
        }
        #expect(error?.line == 6)
        #expect(error?.source == "main.js")
    }

    @Test func `can be instrumented`() throws {
        let result = try run(
            [
                "main.js": "import { a } from './a.js'; const b = a; result = [b, scopes]", "a.js": "export let a = 1",
            ], exposed: true)
        #expect(result == #"[1,["module","module"]]"#)
    }

    @Test func `follow the import map`() throws {
        let map = try #require(
            ImportMap(json: #"{"imports":{"lib":"./vendor/lib.js","lib/":"./vendor/"},"scopes":{"/vendor/":{"lib":"./main2.js"}}}"#))
        let result = try run(
            [
                "main.js": "import { a } from 'lib'; import { b } from 'lib/b.js'; result = [a, b]",
                "vendor/lib.js": "export const a = 1", "vendor/b.js": "import { c } from 'lib'; export const b = c",
                "main2.js": "export const c = 3",
            ], map: map)
        #expect(result == "[1,3]")
    }

    @Test func `say what can't be linked, and where`() throws {
        let files = ["a.js": "export const a = 1", "bad.js": "let x = ;"]
        let graph = try parser.linkModules(
            entry: ModuleSource(url: "main.js", text: "import { b } from './a.js'\nimport 'three'\nimport './bad.js'"), name: "$m"
        ) { specifier, _ in
            let path = String(specifier.dropFirst(2))
            return files[path].map { ModuleSource(url: path, text: $0) }
        }
        let problems = Set(graph.problems.map { "\($0)" })
        #expect(problems.contains("main.js:1:10: SyntaxError: The requested module './a.js' does not provide an export named 'b'"))
        #expect(problems.contains { $0.hasPrefix("main.js:2:8: TypeError: Failed to resolve module specifier \"three\".") })
        #expect(problems.contains("bad.js:1:9: SyntaxError: Unexpected token ';'"))
    }

    @Test func `are reached from classic scripts by import()`() throws {
        _ = try run(["main.js": "", "a.js": "export const a = 4"])
        let text = try parser.linkDynamicImports(in: "import('./a.js').then(m => result = m.a)", url: "main.js", name: "$m")
        try context.evaluate("(function () { \(text) })()")
        #expect(try context.global["result"].json() == "4")
    }
}
