import Testing

@testable import WebPage

@Suite("Keys that a player presses")
struct KeyboardTests {
    /// A page that notes fields of its key events.
    private func page(noting fields: String, types: [String] = ["keydown", "keyup"]) throws -> TestPage {
        try TestPage(
            script: "var log = []; for (const type of '\(types.joined(separator: " "))'.split(' ')) document.addEventListener(type, e => log.push([\(fields)].join(' ')))")
    }

    @Test func `are trusted events with key, code and the old numbers`() throws {
        let page = try page(noting: "e.type, e.key, e.code, e.keyCode, e.which, e.isTrusted")
        for name in ["ArrowLeft", "a", "Enter"] { page.press(name) }
        try page.expect("log", """
                ["keydown ArrowLeft ArrowLeft 37 37 true","keyup ArrowLeft ArrowLeft 37 37 true",\
                "keydown a KeyA 65 65 true","keyup a KeyA 65 65 true",\
                "keydown Enter Enter 13 13 true","keyup Enter Enter 13 13 true"]
                """)
    }

    @Test(arguments: [
        (" ", "Space", 32), ("Escape", "Escape", 27), ("Shift", "ShiftLeft", 16), ("7", "Digit7", 55), ("/", "Slash", 191), ("F2", "F2", 113),
    ])
    func `have a place on the keyboard`(key: String, code: String, number: Int) throws {
        let stroke = KeyStroke.named(key)
        #expect(stroke == KeyStroke(key: key, code: code, keyCode: number))
        #expect(KeyStroke.named(code) == stroke)
    }

    @Test func `say when they repeat`() throws {
        let page = try page(noting: "e.type, e.repeat")
        let stroke = try #require(KeyStroke.named("ArrowDown"))
        page.page.key(down: true, stroke)
        page.page.key(down: true, stroke, isRepeat: true)
        page.page.key(down: false, stroke)
        try page.expect("log", #"["keydown false","keydown true","keyup false"]"#)
    }

    @Test func `type a character when they have one`() throws {
        let page = try page(noting: "e.type, e.key, e.keyCode, e.charCode", types: ["keypress"])
        for name in ["a", "ArrowUp", "Enter", " "] { page.press(name) }
        try page.expect("log", #"["keypress a 97 97","keypress Enter 13 13","keypress   32 32"]"#)
    }

    @Test func `type nothing once their keydown is prevented`() throws {
        let page = try TestPage(
            "<input id=i autofocus><script>var n = 0; i.focus(); i.onkeydown = e => e.preventDefault(); addEventListener('keypress', () => n++)</script>")
        page.press("a")
        try page.expect("[n, i.value]", #"[0,""]"#)
    }

    @Test func `go to the first field that asks for the focus, unless a script has moved it`() throws {
        let fields = "<input id=hidden autofocus style='display: none'><input id=a><input id=b autofocus><input id=c autofocus>"
        let page = try TestPage("\(fields)<script>var at = []; addEventListener('keydown', e => at.push(e.target.id))</script>")
        page.page.advance(frames: 1)
        page.press("x")
        try page.expect("[at, document.activeElement.id]", #"[["b"],"b"]"#)
        let moved = try TestPage("\(fields)<script>document.getElementById('a').focus()</script>")
        moved.page.advance(frames: 1)
        try moved.expect("document.activeElement.id", #""a""#)
    }

    @Test func `go to the element with the focus and bubble to the window`() throws {
        let page = try TestPage(
            """
            <input id="field"><script>
            var path = [];
            for (const target of [window, document, document.body, field]) target.addEventListener('keydown', e => path.push([e.target.localName, e.eventPhase]));
            window.addEventListener('keydown', () => path.push('capture'), true);
            field.focus();
            </script>
            """)
        page.press("x")
        try page.expect("path", #"["capture",["input",2],["input",3],["input",3],["input",3]]"#)
        try page.expect("field.value", #""x""#)
    }

    @Test func `have the body as their target when nothing has the focus`() throws {
        let page = try page(noting: "e.target.localName", types: ["keydown"])
        page.press("x")
        try page.expect("log", #"["body"]"#)
    }

    @Test func `activate the button with the focus, Enter when pressed and Space when let go`() throws {
        let page = try TestPage("<button id=b>b</button><script>var log = []; b.onclick = e => log.push('click ' + e.detail); b.focus()</script>")
        for name in ["Enter", " "] {
            let stroke = try #require(KeyStroke.named(name))
            page.page.key(down: true, stroke)
            _ = try page("log.push('down')")
            page.page.key(down: false, stroke)
            _ = try page("log.push('up')")
        }
        try page.expect("log", #"["click 0","down","up","down","click 0","up"]"#)
    }

    @Test func `run each listener's promise jobs before the next listener`() throws {
        let page = try TestPage(
            script: """
            var log = [];
            addEventListener('keydown', () => { log.push(1); Promise.resolve().then(() => log.push('job')) });
            addEventListener('keydown', () => log.push(2));
            """)
        page.press("a")
        try page.expect("log", #"[1,"job",2]"#)
    }

    @Test func `reach handler properties of window, document and body`() throws {
        let page = try TestPage(
            script: "var log = []; window.onkeydown = () => log.push('w'); document.onkeydown = () => log.push('d'); document.body.onkeydown = () => log.push('b')")
        page.press("a")
        try page.expect("log", #"["b","d","w"]"#)
    }
}
