import Testing

@testable import WebPage

/// What a page could tell the simulated browser from a real one by.
@Suite("A page that looks for the judge")
struct DisguiseTests {
    private func value(_ expression: String, script: String = "") throws -> String {
        let page = try Page(PageSource(html: "<canvas></canvas><script>\(script)</script>"), browser: Browser())
        page.load()
        return try page.evaluate(expression)
    }

    @Test(arguments: [
        "setTimeout", "fetch", "Math.random", "Date.now", "document.addEventListener", "performance.now", "HTMLCanvasElement", "Array.prototype.map",
        "Object.getOwnPropertyDescriptor(Document.prototype, 'title').get", "Function.prototype.toString",
    ])
    func `sees that the browser's functions are native`(_ function: String) throws {
        #expect(try value("/^function [^]*\\(\\) \\{ \\[native code\\] \\}$/.test(Function.prototype.toString.call(\(function)))") == "true")
    }

    @Test func `sees its own functions as it wrote them`() throws {
        let source = "function game() { let board = [], score = 0; class Piece { #x = 1; at() { return this.#x } } return () => [board, score, new Piece()] }"
        #expect(try value("game.toString()", script: source + "\ngame()()") == "\"\(source)\"")
    }

    @Test func `finds no name of the judge's among the globals`() throws {
        #expect(try value("Reflect.ownKeys(window).filter(key => /^__(?!define|lookup|proto)/.test(String(key)))") == "[]")
    }

    @Test func `gets by an error thrown in the library no way to run code there, nor a place to keep anything`() throws {
        let deep = "CSS.supports('width', 'calc(' + '('.repeat(200000) + '1px' + ')'.repeat(200000) + ')')"
        let script = "var thrown; try { \(deep) } catch (error) { thrown = error; }"
        let page = try TestPage("<script>\(script)</script>")
        try page.expect("thrown.name", "\"RangeError\"")
        try page.expect("typeof thrown.constructor.constructor('return 7')", "\"object\"")
        try page.expect(
            returnedBy: "const all = []; for (let at = thrown; at = Object.getPrototypeOf(at);) all.push(Object.isFrozen(at), Object.isFrozen(at.constructor)); return all.every(Boolean)",
            "true")
    }

    /// What is shared by all pages must not carry anything from one to the next, however a page comes by it.
    @Test func `finds nothing in the browser's own objects of what a page before has left there`() throws {
        let walk = """
            const pen = document.querySelector('canvas').getContext('2d');
            pen.fillRect(0, 0, 5, 5);
            const seen = new Set([document.body, document.querySelector('p'), document.styleSheets[0].cssRules[0], pen, new Path2D('M0 0L1 1'),
              new KeyboardEvent('keydown'), document.querySelector('p').animate({ opacity: [0, 1] }, 100), getComputedStyle(document.body), new DOMMatrix()]);
            const visit = (value) => { if (Object(value) === value && value !== window) seen.add(value); };
            for (const object of seen) {
              visit(Object.getPrototypeOf(object));
              for (const key of Reflect.ownKeys(object)) {
                const { value, get, set } = Object.getOwnPropertyDescriptor(object, key);
                [value, get, set].forEach(visit);
              }
            }
            const found = [...seen].filter((object) => Object.hasOwn(object, 'mark'));
            for (const object of seen) try { Object.defineProperty(object, 'mark', { value: true }); } catch {}
            return [seen.size > 1000, found.map((object) => typeof object + " " + (object.name ?? Object.keys(object).slice(0, 4)))];
            """
        let browser = Browser()
        let source = PageSource(html: "<style>p { color: red }</style><canvas></canvas><p id='a' class='b'>Text</p>")
        for _ in 1...2 {
            let page = try Page(source, browser: browser)
            page.load()
            page.advance(to: 100)
            let found = try page.evaluate("(() => { \(walk) })()")
            #expect(found == "[true,[]]")
        }
    }
}
