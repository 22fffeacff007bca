import GameReading
import Testing
import WebPage

@testable import GamePlaying

@Suite("A game as scenarios see it")
struct GameStageTests {
    @Test func `is read anew when a figure changes that nobody sees`() throws {
        let page = PageSource(html: """
            <p style="display: none">Score: <span id="score">0</span></p>
            <script>let points = 0; setInterval(() => { score.textContent = points += 10 }, 100)</script>
            """)
        let session = try GameSession(page, browser: Browser(extensions: ReadingExtensions.all))
        let stage = GameStage(session, hasStarted: true, isUnderWay: true)
        try stage.advance(milliseconds: 150)
        #expect(stage.readingJSON().contains("\"score\":10,"))
        try stage.advance(milliseconds: 100)
        #expect(stage.readingJSON().contains("\"score\":20,"))
        let reading = stage.reading(measuringHeap: false)
        try stage.advance(frames: 1)
        #expect(stage.reading(measuringHeap: false).state == reading.state)
        #expect(stage.reading(measuringHeap: false).frame == reading.frame + 1)
    }
}
