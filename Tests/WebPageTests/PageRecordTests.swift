import Testing

@testable import WebPage

@Suite("What a page leaves for its host")
struct PageRecordTests {
    @Test func `is its console's output, with level and time`() throws {
        let page = try TestPage(script: "console.log('a', 1, {b: null}); setTimeout(() => console.warn('%d %s%%', 4, 'c'), 40)")
        page.page.advance(milliseconds: 50)
        let records = page.records(.console)
        #expect(records.map(\.level) == ["log", "warn"])
        #expect(records.map(\.text) == ["a 1 {b: null}", "4 c%"])
        #expect(records.map(\.time) == [0, 40])
    }

    @Test func `is the errors that it logs, with their message`() throws {
        let page = try TestPage(script: "console.error(new TypeError('bad')); console.assert(1 > 2, 'never')")
        let records = page.records(.console)
        #expect(records.map(\.level) == ["error", "error"])
        #expect(records.first?.text?.contains("TypeError: bad") == true)
        #expect(records.last?.text?.contains("never") == true)
    }

    @Test func `is the dialogs that it opened, answered at once`() throws {
        let page = try TestPage(script: "var answers = [alert('Game Over'), confirm('Again?'), prompt('Name', 'me')]")
        let records = page.records(.dialog)
        #expect(records.map(\.dialog) == ["alert", "confirm", "prompt"])
        #expect(records.map(\.text) == ["Game Over", "Again?", "Name"])
        try page.expect("typeof answers[1]", #""boolean""#)
    }

    @Test func `is where its links lead, but for the page itself and for what is no page`() throws {
        let page = try TestPage(
            """
            <a href="game.html">a</a><a href="#part">b</a><a href="javascript:void 0">c</a><a href="mailto:a@example.com">d</a>
            <a href="https://example.com/" target="_blank">e</a><a href="list.html" download>f</a>
            <script>addEventListener('load', () => document.querySelectorAll('a').forEach((link) => link.click()));</script>
            """)
        page.page.advance(milliseconds: 50)
        #expect(page.records(.navigation).map(\.target) == ["https://submission.test/game.html", "open https://example.com/"])
    }

    @Test func `is what it asked for in vain, once by name`() throws {
        let page = try TestPage(
            script: """
            const canvas = document.createElement('canvas');
            var contexts = [canvas.getContext('webgl'), canvas.getContext('webgl'), canvas.getContext('2d') !== null];
            fetch('https://example.com/scores').catch(error => { failed = error.name });
            """)
        page.page.advance(milliseconds: 100)
        let names = page.records(.missing).compactMap { $0.name?.lowercased() }
        #expect(names.count { $0.contains("webgl") } == 1)
        #expect(names.contains("network https://example.com/scores"))
        try page.expect("[contexts, failed]", #"[[null,null,true],"TypeError"]"#)
    }

    @Test func `is where it wanted to go`() throws {
        let page = try TestPage(script: "setTimeout(() => location.reload(), 10)")
        page.page.advance(milliseconds: 20)
        #expect(page.records(.navigation).map(\.target) == ["reload"])
    }

    @Test func `is the number of sounds that it started`() throws {
        let page = try TestPage(
            script: """
            const audio = new AudioContext();
            for (let i = 0; i < 3; i++) { const o = audio.createOscillator(); o.connect(audio.destination); o.start(); o.stop(0.1) }
            """)
        #expect(page.records(.sound).map(\.count) == [3])
    }

    @Test func `is empty once it was read`() throws {
        let page = try TestPage(script: "console.log(1)")
        #expect(page.records(.console).count == 1)
        #expect(page.page.drainRecords().isEmpty)
    }

    @Test func `names the interface that a script stopped at, if browsers have it`() throws {
        let page = try TestPage(
            script: """
            setTimeout(() => new ReadableStream());
            setTimeout(() => navigator.xr.isSessionSupported());
            setTimeout(() => document.createExpression('x'));
            setTimeout(() => noSuchThing());
            setTimeout(() => { try { new Temporal() } catch {} });
            """)
        page.page.advance(milliseconds: 10)
        #expect(page.records(.missing).map(\.name) == ["interface ReadableStream", "interface navigator.xr", "interface document.createExpression"])
    }
}
