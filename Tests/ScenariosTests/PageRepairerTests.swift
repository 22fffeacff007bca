import Foundation
import Testing
import WebPage

@testable import Scenarios

@Suite("Repairs of submissions")
struct PageRepairerTests {
    private let repairer = PageRepairer(browser: Browser())

    @Test func `are made in the page, at lines of the submission`() throws {
        let page = PageSource(html: "<p>Game</p>\n<script>\nlet a = [1, 2;\n</script>", firstLine: 10)
        let repair = try #require(try repairer.repairs(of: page).first)
        #expect(repair.page.html == "<p>Game</p>\n<script>\nlet a = [1, 2];\n</script>")
        #expect(repair.edits == [Repair.Edit(line: 12, column: 14, code: "[1, 2]")])
    }

    @Test func `are made in a file beside the page`() throws {
        let page = PageSource(html: "<script src='game.js'></script>", files: ["game.js": Data("let a = ;".utf8)])
        let repair = try #require(try repairer.repairs(of: page).first)
        #expect(repair.page.files["game.js"] == Data("let a = 0;".utf8))
        #expect(repair.edits.map(\.file) == ["game.js"])
    }

    @Test func `fill holes, and give unknown names the nearest known one`() throws {
        let page = PageSource(html: "<script>let points = [, 40]; function show() { return pionts[0] + document.title }</script>")
        let repairs = try repairer.repairs(of: page)
        #expect(repairs.map { $0.edits.map(\.code) } == [["[0, 40]"], ["points[0]"], ["[0, 40]", "points[0]"]])
        #expect(repairs.last?.page.html == "<script>let points = [0, 40]; function show() { return points[0] + document.title }</script>")
    }

    @Test func `are none for a page without a slip`() throws {
        #expect(try repairer.repairs(of: PageSource(html: "<script>let a = 1; function f() { return Math.max(a, window.b, later) } var later</script>")).isEmpty)
    }
}
