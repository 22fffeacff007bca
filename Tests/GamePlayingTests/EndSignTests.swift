import GameReading
import TestSupport
import Testing
import WebPage

@testable import GamePlaying

@Suite("What shows a player that a game has ended", .onOwnThread)
struct EndSignTests {
    /// What is found in a page whose element `#say` says something else from one second on.
    private func sign(_ first: String, then script: String) throws -> EndSign.Sign? {
        let session = try GameSession(
            PageSource(html: "<p id=say>\(first)</p><script>const say = text => { document.getElementById('say').textContent = text }; \(script)</script>"),
            browser: Browser(extensions: ReadingExtensions.all))
        session.knowledge.field = FieldGeometry(surface: 0, x: 0, y: 0, cellWidth: 10, cellHeight: 10, columns: 10, rows: 20)
        session.advance(milliseconds: 500)
        let sign = EndSign(watching: session)
        session.advance(milliseconds: 1000)
        return sign.find(in: session)
    }

    @Test func `is a text that was not there`() throws {
        #expect(try sign("Score 10", then: "setTimeout(() => say('Score 10. Game over'), 1000)")?.text == "the page says \"Score Game over\"")
    }

    @Test func `is that the page leaves for another one`() throws {
        #expect(try sign("Score 10", then: "setTimeout(() => { location.href = './end.html' }, 1000); setInterval(() => say('Score 11'), 3000)")?.text
            == "the page leads to https://submission.test/end.html")
        #expect(try sign("Score 10", then: "setTimeout(() => location.reload(), 1000)")?.isSaid == true)
        #expect(try sign("Score 10", then: "location.hash = 'game'; setInterval(() => say('Score ' + performance.now()), 100)") == nil)
    }

    @Test func `is a text that blinks`() throws {
        let blinking = "setTimeout(() => setInterval(() => say(performance.now() % 1000 < 500 ? 'GAME OVER' : ''), 100), 1000)"
        #expect(try sign("Score 10", then: blinking)?.isSaid == true)
    }

    @Test func `is no figure and no letter of the next piece`() throws {
        let counting = "let score = 0; setInterval(() => say(`SCORE ${score++} NEXT ${'IJLOSTZ'[score % 7]} 0x${(score * 987654).toString(16)}`), 100)"
        #expect(try sign("", then: counting) == nil)
    }

    @Test func `is no name of a next piece that changes`() throws {
        let going = "const names = ['Bar', 'Box', 'Tee', 'Ess', 'Zed', 'Jay', 'Ell', 'Dot', 'Cup']; let n = 0; setInterval(() => say(`Next: ${names[n++ % 9]}`), 300)"
        #expect(try sign("", then: going) == nil)
    }

    /// Whether "Tee" is a sign, after another look at a game that says it as its fourth word.
    private func isSign(_ words: String) throws -> Bool {
        let session = try GameSession(
            PageSource(html: "<p id=say>Jay</p><script>const words = \(words).split(' '); let n = 0; setInterval(() => { document.getElementById('say').textContent = words[Math.min(n++, words.length - 1)] }, 100)</script>"),
            browser: Browser(extensions: ReadingExtensions.all))
        session.knowledge.field = FieldGeometry(surface: 0, x: 0, y: 0, cellWidth: 10, cellHeight: 10, columns: 10, rows: 20)
        session.advance(milliseconds: 50)
        var sign = EndSign(watching: session)
        for _ in 0..<4 {
            session.advance(milliseconds: 100)
            sign.see(session)
        }
        return sign.find(in: session)?.isSaid == true
    }

    @Test func `is no text that came and went while the game ran`() throws {
        #expect(try !isSign("'Ell Tee Ess Zed Tee'"))
    }

    @Test func `is a text that stays, although it was there at the last look at the running game`() throws {
        #expect(try isSign("'Ell Ess Zed Tee'"))
    }

    /// What is found where a message showed for a second after the last piece had come, and went.
    private func signOfMessage(isGoingOn: Bool) throws -> EndSign.Sign? {
        let script = """
            const look = colour => { document.getElementById('cell').style.background = colour };
            setTimeout(() => { document.getElementById('say').textContent = 'Game over' }, 100);
            setTimeout(() => { document.getElementById('say').textContent = '' }, 1100);
            let n = 0; setInterval(() => look(\(isGoingOn) ? ['red', 'blue', 'lime'][n++ % 3] : 'red'), 1000);
            """
        let cell = "<div id=cell style='position: absolute; left: 0; top: 0; width: 10px; height: 10px; background: red'></div>"
        let session = try GameSession(
            PageSource(html: "\(cell)<p id=say></p><script>\(script)</script>"), browser: Browser(extensions: ReadingExtensions.all))
        session.knowledge.field = FieldGeometry(surface: 0, x: 0, y: 0, cellWidth: 10, cellHeight: 10, columns: 10, rows: 20)
        var sign = EndSign(watching: session)
        session.advance(milliseconds: 500)
        sign.glance(at: session, isPieceNew: true)
        session.advance(milliseconds: 3000)
        return sign.find(in: session)
    }

    @Test func `is a message that is gone again by the time that nothing more is waited for`() throws {
        #expect(try signOfMessage(isGoingOn: false)?.text == "the page said \"Game over\"")
    }

    @Test func `is no message that went in a game that goes on`() throws {
        #expect(try signOfMessage(isGoingOn: true) == nil)
    }

    /// Whether a page whose only timer throws once, and again when the last piece has come, has stopped or is torn off.
    private func hasStopped(throwing early: String, then late: String) throws -> Bool {
        let script = "setTimeout(() => { \(early) }, 100); setTimeout(() => { \(late) }, 1000);"
        let session = try GameSession(PageSource(html: "<script>\(script)</script>"), browser: Browser(extensions: ReadingExtensions.all))
        session.knowledge.field = FieldGeometry(surface: 0, x: 0, y: 0, cellWidth: 10, cellHeight: 10, columns: 10, rows: 20)
        session.advance(milliseconds: 500)
        var sign = EndSign(watching: session)
        sign.pieceTime = session.now
        session.advance(milliseconds: 1000)
        return sign.find(in: session) != nil
    }

    @Test func `is that nothing happens any more, but not where an error has torn the game off`() throws {
        #expect(try hasStopped(throwing: "", then: ""))
        #expect(try !hasStopped(throwing: "", then: "showEnd()"))
        #expect(try hasStopped(throwing: "beep()", then: "beep()"))
        #expect(try hasStopped(throwing: "", then: "Promise.reject(new DOMException('', 'NotAllowedError'))"))
    }

    @Test(arguments: [
        ("SCORE 40  LINES 1  NEXT I", "SCORE LINES NEXT"), ("G A M E  O V E R", "G A M E O V E R"), ("##IIII..OO", nil), ("T I S", nil),
        ("遊戲結束", "遊戲結束"),
    ])
    func `is words without figures and single letters`(line: String, words: String?) {
        #expect(EndSign.words(of: Substring(line)) == words)
    }
}
