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
        #expect(found?.field == FieldGeometry(surface: 0, x: 30, y: 30, cellWidth: 20, cellHeight: 20, columns: 10, rows: 20))
    }
}
