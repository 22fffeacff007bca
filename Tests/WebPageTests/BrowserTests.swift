import Testing

@testable import WebPage

@Suite("A browser")
struct BrowserTests {
    private static let counting = PageSource(
        html: "<!DOCTYPE html><canvas id=c></canvas><script>let count = 0; setInterval(() => { count++; document.title = count }, 100)</script>")

    private func open(_ browser: Browser) throws -> Page {
        let page = try Page(Self.counting, browser: browser)
        page.load()
        return page
    }

    @Test func `changes to another machine after so many pages, which the earlier pages outlive`() throws {
        let browser = Browser(pagesPerEngine: 2)
        let pages = try (0..<5).map { _ in try open(browser) }
        #expect(pages[0].context.machine === pages[1].context.machine)
        #expect(pages[1].context.machine !== pages[2].context.machine)
        #expect(pages[3].context.machine !== pages[4].context.machine)
        for page in pages {
            page.advance(milliseconds: 1000)
            #expect(try page.evaluate("document.title") == "\"10\"")
        }
    }

    @Test func `lets go of a machine with its last page`() throws {
        let browser = Browser(pagesPerEngine: 1)
        var page = try open(browser)
        weak let machine = page.context.machine
        #expect(machine != nil)
        page = try open(browser)
        #expect(machine == nil)
        #expect(page.hang == nil)
    }

    @Test func `keeps what it made of pages and scripts only while that is not much`() throws {
        let browser = Browser()
        let comment = String(repeating: "x", count: 100_000)
        for number in 0..<100 {
            let page = try Page(PageSource(html: "<title>\(number)</title><script>/* \(comment) */ let found = \(number)</script>"), browser: browser)
            page.load()
            #expect(try page.evaluate("[found, document.title]") == "[\(number),\"\(number)\"]")
        }
        #expect(browser.rememberedLength < 10_000_000)
    }

    @Test func `limits the scripts of each machine's pages`() throws {
        let browser = Browser(pagesPerEngine: 1)
        for _ in 0..<2 {
            let page = try Page(PageSource(html: "<script>for (;;) {}</script>"), options: PageOptions(callSeconds: 0.05), browser: browser)
            page.load()
            #expect(page.hang != nil)
        }
    }
}
