import Testing
import WebPage

@testable import GameReading

@Suite("A playfield of page elements")
struct DocumentFieldTests {
    @Test func `is found in a grid whose cells change their class`() throws {
        let source = PageSource(
            html: """
                <!DOCTYPE html><style>body{margin:0}#g{display:grid;grid-template-columns:repeat(10,20px);margin:30px}
                #g div{width:20px;height:20px;background:#222}#g .on{background:red}</style><div id=g></div><script>
                const cells = Array.from({ length: 200 }, () => g.appendChild(document.createElement('div')));
                let row = 0;
                const draw = () => cells.forEach((cell, i) => cell.classList.toggle('on', [3, 4, 5, 14].includes(i - row * 10)));
                draw();
                setInterval(() => { row++; draw() }, 100);
                </script>
                """)
        let page = try Page(source, browser: Browser())
        page.load()
        let pictures = (0..<4).map { _ in
            page.advance(milliseconds: 100)
            return page.boxes(ofSurface: 0)
        }
        let found = FieldFinder.find(in: pictures, surface: 0, width: 1280, height: 720)
        #expect(found?.falls == 3)
        #expect(found?.field == FieldGeometry(surface: 0, x: 30, y: 30, cellWidth: 20, cellHeight: 20, columns: 10, rows: 20, holdsText: false))
    }

    /// What is found on a page that shows a piece, which falls by a row every 100 ms, in the element `app`.
    /// - Parameter show: statements that show `at(x, y)`, whether the piece is at a cell.
    private func found(_ html: String, _ show: String) throws -> FieldFinder.Candidate? {
        let page = try Page(
            PageSource(
                html: """
                    <!DOCTYPE html><style>body{margin:0}</style>\(html)<script>
                    let row = 0;
                    const at = (x, y) => [[3, 0], [4, 0], [5, 0], [4, 1]].some(([px, py]) => px === x && py + row === y);
                    const draw = () => { \(show) };
                    draw();
                    setInterval(() => { row++; draw() }, 100);
                    </script>
                    """), browser: Browser())
        page.load()
        let pictures = (0..<6).map { _ in
            page.advance(milliseconds: 100)
            return page.boxes(ofSurface: 0)
        }
        return FieldFinder.find(in: pictures, surface: 0, width: 1280, height: 720)
    }

    private static let lines = "Array.from({ length: 20 }, (_, y) => Array.from({ length: 10 }, (_, x) => at(x, y)))"

    @Test func `is found in a text whose cells are two characters wide, within its walls`() throws {
        let found = try found(
            "<pre id=app style='font: 18px/1.1 \"DejaVu Sans Mono\", monospace'></pre>",
            """
            app.textContent = \(Self.lines).map((line) => '<!' + line.map((on) => on ? '[]' : ' .').join('') + '!>').join('\\n')
              + '\\n<!' + '='.repeat(20) + '!>\\n\\n SCORE ' + row;
            """)
        #expect(found?.falls == 5)
        #expect(found?.field.columns == 10)
        #expect(found?.field.rows == 20)
    }

    @Test func `is found in a text whose cells are one character wide`() throws {
        let found = try found(
            "<pre id=app style='font: 20px/1 monospace'></pre>",
            "app.textContent = \(Self.lines).map((line) => line.map((on) => on ? '#' : '.').join('')).join('\\n')")
        #expect(found?.falls == 5)
        #expect(found?.field.columns == 10)
        #expect(found?.field.rows == 20)
    }

    @Test func `is found in lines of elements with characters`() throws {
        let found = try found(
            "<style>#app { font: 20px/22px monospace; letter-spacing: 4px; white-space: pre; padding: 10px } #app b { color: red }</style><div id=app></div>",
            "app.innerHTML = \(Self.lines).map((line) => line.map((on) => on ? '<b>&#9608;&#9608;</b>' : '&middot;&middot;').join('')).join('\\n')")
        #expect(found?.falls == 5)
        #expect(found?.field.columns == 10)
        #expect(found?.field.rows == 20)
    }
}
