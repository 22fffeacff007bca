import Testing

@testable import WebPage

@Suite("Module scripts of a page")
struct ModuleTests {
    @Test func `run after the document, in order with deferred scripts`() throws {
        let page = try TestPage(
            """
            <!DOCTYPE html><script>var log = []; document.addEventListener('DOMContentLoaded', () => log.push('content'))</script>
            <script type="module">log.push('module ' + document.readyState)</script>
            <script defer src="d.js"></script><script>log.push('classic')</script>
            """, files: ["d.js": "log.push('deferred')"])
        try page.expect("log", #"["classic","module interactive","deferred","content"]"#)
    }

    @Test func `import names from files beside the document and below it`() throws {
        let page = try TestPage(
            #"<script type="module">import start, { size as n } from './js/game.js'; window.result = start(n)</script>"#,
            files: [
                "js/game.js": "import * as lib from '../lib.js'; export const size = 4; export default n => lib.double(n)",
                "lib.js": "export function double(n) { return 2 * n }",
            ])
        try page.expect("result", "8")
    }

    @Test func `run a module once, however often it is imported`() throws {
        let page = try TestPage(
            "<script>var log = []</script><script type=module>import './a.js'; import './b.js'; log.push('main')</script>",
            files: ["a.js": "import './c.js'; log.push('a')", "b.js": "import './c.js'; log.push('b')", "c.js": "log.push('c')"])
        try page.expect("log", #"["c","a","b","main"]"#)
    }

    @Test func `see the values that an exported variable takes later`() throws {
        let page = try TestPage(
            #"<script type="module">import { n, next } from './n.js'; const before = n; next(); window.result = [before, n]</script>"#,
            files: ["n.js": "export let n = 1; export function next() { n++ }"])
        try page.expect("result", "[1,2]")
    }

    @Test func `are strict and keep their names to themselves`() throws {
        let page = try TestPage(
            #"<script type="module">let own = 1; window.result = [this === undefined, (function () { return this })() === undefined]</script>"#)
        try page.expect("[...result, typeof own]", #"[true,true,"undefined"]"#)
    }

    @Test func `await at their top level`() throws {
        let page = try TestPage(
            #"<script type="module">window.log = [1]; await new Promise(done => setTimeout(done, 50)); log.push(2)</script>"#)
        try page.expect("log", "[1]")
        page.page.advance(milliseconds: 60)
        try page.expect("log", "[1,2]")
    }

    @Test func `are imported on demand`() throws {
        let page = try TestPage(
            "<script>import('./m.js').then(m => { window.result = m.answer })</script>", files: ["m.js": "export const answer = 42"])
        page.page.advance(milliseconds: 20)
        try page.expect("result", "42")
    }

    @Test func `find bare names by the import map`() throws {
        let page = try TestPage(
            """
            <script type="importmap">{"imports": {"tools": "./vendor/tools.js"}}</script>
            <script type="module">import { name } from 'tools'; window.result = name</script>
            """, files: ["vendor/tools.js": "export const name = 'tools'"])
        try page.expect("result", #""tools""#)
    }

    @Test func `find bare names by an import map that a script put in`() throws {
        let page = try TestPage(
            """
            <script>
            const map = document.createElement('script')
            map.type = 'importmap'
            map.textContent = JSON.stringify({ imports: { tools: URL.createObjectURL(new Blob(["export const name = 'tools'"], { type: 'text/javascript' })) } })
            document.head.append(map)
            </script>
            <script type="module">import { name } from 'tools'; window.result = name</script>
            """)
        try page.expect("result", #""tools""#)
        #expect(page.records(.error).isEmpty)
    }

    @Test func `that import from the network are recorded by address`() throws {
        let page = try TestPage(#"<script type="module">import * as three from 'https://cdn.example/three.js'; window.ran = true</script>"#)
        #expect(page.records(.missing).compactMap(\.name).contains("network script https://cdn.example/three.js"))
        try page.expect("typeof ran", #""undefined""#)
    }
}
