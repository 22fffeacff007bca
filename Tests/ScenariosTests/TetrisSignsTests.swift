import Testing
import WebPage

@testable import Scenarios

@Suite("Signs that a page is meant to be a Tetris")
struct TetrisSignsTests {
    private func isMeant(_ script: String) -> Bool {
        TetrisSigns.isMeant(by: PageSource(html: "<title>Blocks</title><script>\(script)</script>"))
    }

    @Test func `are the word, and the forms of pieces as tables or as lists of cells`() {
        #expect(isMeant("const title = 'TETRIS'"))
        #expect(isMeant("const forms = [[[1, 1], [1, 1]], [[0, 1, 0], [1, 1, 1]]]"))
        #expect(isMeant("const forms = [[[2, 2], [2, 2]], [[0, 3, 0], [3, 3, 3]], [[0, 4, 4], [4, 4, 0]]]"))
        #expect(!isMeant("const numbers = [[2, 2, 2, 2], [[3, 3], [3, 3]], [[4, 5], [5, 4]]]"))
        #expect(isMeant("const a = [[0, 1], [1, 1], [2, 1], [3, 1]], b = [[0, 0], [1, 0], [0, 1], [1, 1]], c = [[-1, 0], [0, 0], [1, 0], [0, -1]]"))
    }

    @Test func `are the forms of pieces as numbers of cells in a square`() {
        #expect(isMeant("const p = [[4, 5, 6, 7], [1, 3, 4, 5], [1, 2, 3, 4], [0, 1, 4, 5]]"))
        #expect(!isMeant("const rows = [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13, 14, 15]], pads = [[0, 0, 1, 1], [0, 1, 0, 1], [1, 1, 0, 0]]"))
    }

    @Test func `count for nothing where things are dragged and no key is asked for`() {
        let puzzle = #"<title>Tetris</title><i draggable="true" ondragstart="take(event)"></i><b ondrop="put(event)" ondragover="event.preventDefault()"></b>"#
        #expect(TetrisSigns.isDragged(by: PageSource(html: puzzle)))
        #expect(!TetrisSigns.isDragged(by: PageSource(html: puzzle + "<script>addEventListener('keydown', move)</script>")))
        #expect(!TetrisSigns.isDragged(by: PageSource(html: "<title>Tetris</title><script>function drop() {}</script>")))
    }

    @Test func `are not other lists of four places`() {
        #expect(!isMeant("const corners = [[0, 0], [9, 0], [0, 9], [9, 9]], ways = [[1, 0], [-1, 0], [0, 1], [0, -1]], food = [[3, 4], [5, 6], [7, 8], [1, 2]]"))
        #expect(!isMeant("const snake = [[3, 1], [2, 1], [1, 1], [0, 1]]"))
    }
}
