import TestSupport
import Testing

@testable import WebPage

@Suite("A hostile page", .onOwnThread)
struct HostilePageTests {
    /// Its layout takes longer than a script of it may run, which is not held against it.
    @Test func `with ten million letters is read`() throws {
        let page = try TestPage("<!DOCTYPE html><p id=p>Over</p><script>document.body.append('9'.repeat(1e7))</script>", options: PageOptions(callSeconds: 0.25)).page
        #expect(page.texts().map(\.text.count).max() ?? 0 > 10_000)
        #expect(page.hang == nil)
    }

    @Test func `with null bytes is read to its end`() throws {
        let page = try TestPage("<!DOCTYPE html><p id=p>a\0b</p><script>var s = 'x\0y'</script><i id=\"i\0\"></i>\0<b id=end></b>")
        try page.expect("[s.length, end.localName, document.querySelectorAll('i').length]", #"[3,"b",1]"#)
    }

    @Test func `with ten thousand nested elements is built and laid out`() throws {
        let page = try TestPage("<!DOCTYPE html><body>" + String(repeating: "<div>", count: 10_000) + "x<script>var ran = true</script>")
        try page.expect("[ran, document.querySelectorAll('div').length, document.body.getBoundingClientRect().height > 0]", "[true,10000,true]")
        #expect(!page.page.boxes(ofSurface: 0).isEmpty)
    }

    @Test func `that nests ten thousand elements by script is walked without a crash`() throws {
        let page = try TestPage(
            script: """
            let at = document.body;
            for (let i = 0; i < 10000; i++) at = at.appendChild(document.createElement('div'));
            at.id = 'last';
            """)
        _ = page.page.allBoxes()
        _ = page.page.clickables()
        try page.expect("document.querySelectorAll('#last').length", "1")
        page.page.click(selector: "#last")
    }

    @Test func `with canvases of odd sizes is drawn as far as that goes`() throws {
        let page = try TestPage(
            """
            <body><script>
            var ok = [];
            for (const [width, height] of [[0, 0], [100000, 100000], [100000, 1], [-5, NaN]]) {
              const canvas = document.createElement('canvas');
              canvas.width = width;
              canvas.height = height;
              document.body.append(canvas);
              const c = canvas.getContext('2d');
              c.fillRect(0, 0, 10, 10);
              try { c.getImageData(0, 0, 1, 1) } catch {}
              ok.push(canvas.toDataURL().slice(0, 5));
            }
            </script>
            """)
        try page.expect("ok", #"["data:","data:","data:","data:"]"#)
        _ = page.page.allBoxes()
        _ = page.page.screenshot()
    }

    @Test func `that draws with numbers which are none goes on`() throws {
        let page = try TestPage(
            script: """
            const c = document.createElement('canvas').getContext('2d');
            for (const n of [NaN, Infinity, -Infinity, 1e308, -1e308, 2 ** 53]) {
              c.fillRect(n, n, n, n); c.translate(n, 0); c.setTransform(1, 0, 0, 1, 0, 0);
              c.beginPath(); c.moveTo(n, 0); c.lineTo(0, n); c.quadraticCurveTo(n, n, n, n); c.stroke(); c.fillText('x', n, n);
              c.lineWidth = n; c.setLineDash([n, 1]); c.strokeRect(0, 0, 5, 5);
            }
            document.body.append(c.canvas);
            var alpha = c.getImageData(100, 100, 1, 1).data.length;
            """)
        try page.expect("alpha", "4")
        _ = page.page.allBoxes()
    }

    @Test func `with style sheets that nobody can read is shown all the same`() throws {
        let page = try TestPage(
            "<style>@media { p { color: red; } } }} p { width: calc(1px + ; color: rgb(; } @import url(; <!-- b { color: } --> #x { display: block; width: 7px")
        #expect(page.records(.error).isEmpty)
        let other = try TestPage("<style>p{{}};;}} #x{width:7px;display:block;</style><p id=x>")
        #expect(try other("getComputedStyle(x).display") == "\"block\"")
    }

    @Test func `that overwrites the language's objects can't confuse its browser`() throws {
        let page = try TestPage(
            """
            <!DOCTYPE html><body><button id=b>Start</button><canvas id=c width=50 height=50></canvas><script>
            var ticks = 0, clicks = 0, keys = 0;
            requestAnimationFrame(function f() { ticks++; requestAnimationFrame(f) });
            b.addEventListener('click', () => clicks++);
            document.addEventListener('keydown', () => keys++);
            c.getContext('2d').fillRect(1, 2, 3, 4);
            const evil = () => { throw new Error('overwritten') };
            for (const Type of [Array, String, Map, Set, WeakMap, Promise, RegExp, Function, Number, Date, Float64Array]) {
              for (const name of Object.getOwnPropertyNames(Type.prototype)) {
                if (name !== 'constructor') try { Object.defineProperty(Type.prototype, name, { value: evil, writable: true, configurable: true }) } catch {}
              }
            }
            Array.prototype[Symbol.iterator] = evil;
            for (const name of ['Math', 'JSON', 'Date', 'Promise', 'Map', 'Set', 'Symbol', 'Reflect', 'Error', 'Float64Array']) window[name] = evil;
            Object.prototype.toJSON = evil;
            Object.prototype.get = evil;
            Object.defineProperty(Object.prototype, 'kind', { get: evil, set: evil, configurable: true });
            Object.keys = Object.assign = Object.defineProperty = Object.create = evil;
            document.querySelector = document.createElement = window.requestAnimationFrame = evil;
            </script>
            """).page
        page.advance(frames: 1)
        #expect(page.click(selector: "#b"))
        page.key(down: true, KeyStroke(key: "a", code: "KeyA", keyCode: 65))
        #expect(page.clickables().map(\.text) == ["Start"])
        #expect(page.texts().map(\.text) == ["Start"])
        let canvas = page.surfaces().last { $0.id != 0 }
        #expect(canvas.map { page.boxes(ofSurface: $0.id).count } == 1)
        #expect(try page.context.evaluate("`${clicks} ${keys} ${ticks}`").description == "1 1 1")
        #expect(page.drainRecords().contains { $0.message == "overwritten" })
    }

    @Test func `that takes away the globals it was given keeps running`() throws {
        let page = try TestPage(
            script: """
            var n = 0;
            setInterval(() => n++, 100);
            for (const name of Object.getOwnPropertyNames(window)) { if (name !== 'n') try { delete window[name] } catch {} }
            """).page
        page.advance(milliseconds: 1000)
        #expect(try page.context.evaluate("n").number == 10)
    }

    @Test func `that throws all it can from its getters is still recorded`() throws {
        let page = try TestPage(
            script: """
            setTimeout(() => { throw { get name() { throw 1 }, get message() { throw 2 }, get stack() { throw 3 }, toString() { throw 4 } } });
            setTimeout(() => { throw new Proxy({}, { get() { throw 5 }, getPrototypeOf() { throw 6 }, ownKeys() { throw 7 } }) });
            setTimeout(() => { console.log(new Proxy({}, { get() { throw 5 }, ownKeys() { throw 7 } })) });
            setTimeout(() => { ended = true });
            """)
        page.page.advance(milliseconds: 10)
        #expect(page.records(.error).count >= 2)
        try page.expect("ended", "true")
    }
}
