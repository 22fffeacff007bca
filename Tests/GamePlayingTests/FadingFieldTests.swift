import GameReading
import TestSupport
import Testing
import WebPage

@testable import GamePlaying

@Suite("A playfield whose cells fade in and out", .onOwnThread)
struct FadingFieldTests {
    /// A field of two cells, one of which is red: at 100 ms it turns to the other one.
    private func session(transition: String) throws -> GameSession {
        let session = try GameSession(
            PageSource(html: """
                <!DOCTYPE html><style>body { margin: 0 } div { width: 10px; height: 10px; transition: \(transition) } .on { background: red }
                p { transition: background 2s }</style>
                <div class=on></div><div></div><p>Play
                <script>const cells = document.querySelectorAll('div'), p = document.querySelector('p');
                setTimeout(() => { for (const cell of cells) cell.classList.toggle('on'); p.style.background = 'lime' }, 100);</script>
                """),
            browser: Browser(extensions: ReadingExtensions.all))
        session.knowledge.field = FieldGeometry(surface: 0, x: 0, y: 0, cellWidth: 10, cellHeight: 10, columns: 1, rows: 2)
        session.advance(milliseconds: 90)
        return session
    }

    /// Looks of both cells at some times after the change, and those before it.
    private func looks(_ session: GameSession, at times: [Double]) throws -> (before: [UInt64], after: [[UInt64]]) {
        let before = try #require(session.observe()).image.looks
        let began = 100.0
        return (before, try times.map { time in
            session.advance(milliseconds: began + time - session.now)
            return try #require(session.observe()).image.looks
        })
    }

    @Test func `is seen as it was until its cells look as they are to look`() throws {
        let seen = try looks(try session(transition: "background .08s"), at: [20, 50, 150])
        #expect(seen.after == [seen.before, seen.before, seen.before.reversed()])
    }

    @Test func `is seen as it is where that takes long`() throws {
        let seen = try looks(try session(transition: "background 2s"), at: [20, 100, 900])
        #expect(seen.after[0] == seen.before)
        #expect(seen.after[1] == seen.before)
        #expect(seen.after[2] != seen.before && seen.after[2] != seen.before.reversed())
    }

    @Test func `is seen as it was until its cells are where they are to be`() throws {
        let session = try GameSession(
            PageSource(html: """
                <!DOCTYPE html><style>body { margin: 0 } div { position: absolute; width: 10px; height: 10px; background: red; transition: transform .08s linear }</style>
                <div></div><script>setTimeout(() => { document.querySelector('div').style.transform = 'translateY(10px)' }, 100);</script>
                """),
            browser: Browser(extensions: ReadingExtensions.all))
        session.knowledge.field = FieldGeometry(surface: 0, x: 0, y: 0, cellWidth: 10, cellHeight: 10, columns: 1, rows: 2)
        session.advance(milliseconds: 90)
        let seen = try looks(session, at: [20, 70, 150])
        #expect(seen.after == [seen.before, seen.before, seen.before.reversed()])
    }

    @Test func `is seen anew when nobody has looked for a while`() throws {
        let seen = try looks(try session(transition: "background 2s"), at: [500])
        #expect(seen.after[0] != seen.before)
    }

    @Test func `is seen at once where nothing fades but beside it`() throws {
        let seen = try looks(try session(transition: "none"), at: [20])
        #expect(seen.after == [seen.before.reversed()])
    }
}
