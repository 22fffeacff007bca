import Testing

@testable import WebPage

@Suite("A browser's memory")
struct PageMemoryTests {
    private static let source = PageSource(
        html: """
            <!DOCTYPE html><button id=b>b</button><canvas id=c width=50 height=50></canvas><script>
            const log = [];
            (() => { let score = 0; addEventListener('keydown', () => score++); setInterval(() => log.push(score), 100) })();
            b.onclick = () => log.push('click');
            c.getContext('2d').fillRect(0, 0, 5, 5);
            Promise.reject(new Error('lost'));
            requestAnimationFrame(function frame() { requestAnimationFrame(frame) });
            </script>
            """)

    private func visit(_ browser: Browser) throws -> Page {
        let page = try Page(Self.source, browser: browser)
        page.load()
        page.advance(frames: 2)
        page.click(selector: "#b")
        _ = page.allBoxes()
        _ = page.drainRecords()
        return page
    }

    @Test func `is given back by a thousand pages`() throws {
        let browser = Browser(pagesPerEngine: .max)
        for _ in 0..<20 { _ = try visit(browser) }
        let before = try visit(browser).heapSizeAfterCollection()
        // Most of them only load, which is what takes memory.
        for _ in 0..<1000 { try Page(Self.source, browser: browser).load() }
        let after = try visit(browser).heapSizeAfterCollection()
        #expect(after < before + before / 4)
    }

    @Test func `holds no page that nobody holds`() throws {
        let browser = Browser()
        weak var page = try visit(browser)
        #expect(page == nil)
    }

    @Test func `keeps no styles that elements had before`() throws {
        let page = try Page(
            PageSource(
                html: """
                    <!DOCTYPE html><style>p { position: absolute; width: 9px; height: 9px; background: red }</style><p></p><script>
                    let step = 0;
                    const mark = document.querySelector('p');
                    requestAnimationFrame(function frame() {
                      mark.style.boxShadow = `0 0 ${++step}px red`;
                      requestAnimationFrame(frame);
                    });
                    </script>
                    """), browser: Browser())
        page.load()
        func grow(frames: Int) -> Int {
            for _ in 0..<frames {
                page.advance(frames: 1)
                _ = page.allBoxes()
            }
            return page.heapSizeAfterCollection()
        }
        let before = grow(frames: 2500)
        #expect(grow(frames: 3500) < before + before / 4)
    }
}
