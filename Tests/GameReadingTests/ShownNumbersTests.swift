import Testing
import WebPage

@testable import GameReading

@Suite("The numbers that a game shows")
struct ShownNumbersTests {
    private func numbers(_ body: String) throws -> ShownNumbers {
        let source = PageSource(html: "<!DOCTYPE html><body>" + body)
        let page = try Page(source, browser: Browser(extensions: ReadingExtensions.all))
        page.load()
        return page.shownNumbers()
    }

    @Test func `are named by the words before them`() throws {
        #expect(try numbers("<p>Score: 1200</p><p>Lines: 14</p><p>Level: 2</p>") == ShownNumbers(score: 1200, lines: 14, level: 2))
    }

    @Test(arguments: [
        ("Level 2 Score 1200 Lines 14", ShownNumbers(score: 1200, lines: 14, level: 2)), ("40 points, 3 rows", ShownNumbers(score: 40, lines: 3)),
        ("Best: 900 | Score: 10", ShownNumbers(score: 10)), ("000040  ROWS 1  PAUSED", ShownNumbers(score: 40, lines: 1)),
        ("Lines: 3/10", ShownNumbers(lines: 3)), ("Score: NaN, Lines: 2", ShownNumbers(lines: 2)),
        ("Score NaN<br>Lines 2<br>Level 3", ShownNumbers(lines: 2, level: 3)),
    ])
    func `are named one by one where several stand in a text`(text: String, expected: ShownNumbers) throws {
        #expect(try numbers("<p>\(text)</p>") == expected)
    }

    @Test func `may be a line under a playfield of characters`() throws {
        let rows = String(repeating: "|..........|\n", count: 20)
        #expect(try numbers("<pre>\(rows)\n SCORE 40  LINES 1  NEXT T</pre>") == ShownNumbers(score: 40, lines: 1))
    }

    @Test func `may be in the tree of a shadow`() throws {
        let shadow = "<div></div><script>document.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '<p>Score <output>70</output></p>'</script>"
        #expect(try numbers(shadow) == ShownNumbers(score: 70))
    }

    @Test func `are named by their element's id or class`() throws {
        #expect(try numbers("<b id=score>7</b><i class='lines-value'>8</i><u id=lvl>9</u>") == ShownNumbers(score: 7, lines: 8, level: 9))
    }

    @Test func `are named by what stands beside them`() throws {
        #expect(try numbers("<div><h3>Score</h3><p>250</p></div><div><span>Rows</span> <span>3</span></div>") == ShownNumbers(score: 250, lines: 3))
    }

    @Test func `are written with separators in some games`() throws {
        #expect(try numbers("<p>Score: 12,345</p>").score == 12345)
    }

    @Test func `are those that can be seen, before those of a screen that isn't on`() throws {
        let end = "<div style='display: none'><p>Score: <span>0</span></p><p>Lines: 2</p></div>"
        #expect(try numbers(end + "<p>Score <b>70</b></p>") == ShownNumbers(score: 70, lines: 2))
    }

    @Test func `are those of the texts that are there now`() throws {
        let source = PageSource(html: "<title>0</title><p>Score <b id=a>10</b></p><p>Lines <b id=b>-</b></p><pre id=c>Level 1\nStage II</pre>")
        let page = try Page(source, browser: Browser(extensions: ReadingExtensions.all))
        page.load()
        #expect(page.shownNumbers() == ShownNumbers(score: 10, level: 1))
        for (change, expected) in [
            ("a.textContent = '20'", ShownNumbers(score: 20, level: 1)), ("document.title = '5'", ShownNumbers(score: 20, level: 1)),
            ("b.firstChild.data = '3'", ShownNumbers(score: 20, lines: 3, level: 1)), ("c.firstChild.data = 'Level 4'", ShownNumbers(score: 20, lines: 3, level: 4)),
            ("b.textContent = '-'", ShownNumbers(score: 20, level: 4)), ("a.remove()", ShownNumbers(level: 4)),
            ("c.style.display = 'none'", ShownNumbers(level: 4)),
        ] {
            _ = try page.evaluate("(() => { \(change) })()")
            #expect(page.shownNumbers() == expected, "\(change)")
            #expect(page.shownNumbers() == expected)
        }
    }

    @Test func `are not the best of all games`() throws {
        #expect(try numbers("<p>High score: 9000</p><p>Score: 10</p>").score == 10)
    }

    @Test func `are the score first where no word says what they are`() throws {
        #expect(try numbers("<p>300 / 4</p>") == ShownNumbers(score: 300))
        #expect(try numbers("<p>00:15</p>") == ShownNumbers())
        #expect(try numbers("<p>Lines: 3</p><p>7</p>") == ShownNumbers(lines: 3))
    }

    @Test func `may be drawn on a canvas`() throws {
        let drawn = try numbers("""
            <canvas></canvas><script>const pen = document.querySelector('canvas').getContext('2d')
            pen.fillText('Score 125', 10, 20); pen.fillText('LEVEL', 10, 40); pen.fillText('3', 10, 60)</script>
            """)
        #expect(drawn == ShownNumbers(score: 125, level: 3))
    }

    @Test func `are those that were written last where a box was put over the old ones`() throws {
        let drawn = try numbers("""
            <canvas></canvas><script>const pen = document.querySelector('canvas').getContext('2d')
            pen.fillText('Score', 10, 20); pen.fillText('0', 10, 40)
            pen.fillStyle = 'white'; pen.fillRect(5, 26, 60, 20); pen.fillStyle = 'black'; pen.fillText('40', 10, 40)</script>
            """)
        #expect(drawn == ShownNumbers(score: 40))
    }

    @Test func `are none when they are no numbers any more`() throws {
        #expect(try numbers("<p>Score: NaN</p><p>Lines: undefined</p>") == ShownNumbers())
    }

    @Test func `may be painted on a canvas, with the word in the same text, beside it or above`() throws {
        let draw = "<canvas></canvas><script>const c = document.querySelector('canvas').getContext('2d'); c.font = '16px sans-serif';"
        #expect(try numbers("\(draw) c.fillText('Score: 120', 10, 20)</script>") == ShownNumbers(score: 120))
        #expect(try numbers("\(draw) c.fillText('LINES', 10, 20); c.fillText('7', 90, 20)</script>") == ShownNumbers(lines: 7))
        #expect(
            try numbers("\(draw) c.fillText('Score', 10, 20); c.fillText('Level', 10, 70); c.fillText('5', 12, 42); c.fillText('3', 12, 92)</script>")
                == ShownNumbers(score: 5, level: 3))
    }

    @Test func `are none on a page that shows none`() throws {
        #expect(try numbers("<p>Press Enter to start</p>") == ShownNumbers())
    }
}
