import Foundation
import WebPage

/// Tells from a submission's text whether it is meant to be a Tetris, for pages on which nothing can be seen to fall:
/// a broken Tetris is told apart from another game.
public enum TetrisSigns {
    /// Whether things are dragged on the page and no key is ever asked for, as in puzzles that only bear the name.
    static func isDragged(by page: PageSource) -> Bool {
        let text = text(of: page)
        return text.contains("dragstart") && (text.contains("ondrop") || text.range(of: "['\"`]drop['\"`]", options: .regularExpression) != nil)
            && text.range(of: "keydown|keyup|keypress", options: .regularExpression) == nil
    }

    private static func text(of page: PageSource) -> String {
        page.files.filter { $0.key.hasSuffix(".js") }.sorted { $0.key < $1.key }
            .reduce(page.html) { $0 + String(decoding: $1.value, as: UTF8.self) }
    }

    public static func isMeant(by page: PageSource) -> Bool {
        let text = text(of: page)
        return text.range(of: "tetri|tetro|テトリス|тетрис|俄罗斯方块|테트리스", options: [.regularExpression, .caseInsensitive]) != nil
            || hasShapeTable(text) || hasCellLists(text) || hasIndexLists(text)
    }

    /// Whether the text holds the forms of at least two pieces as tables of ones, or of three as tables of other numbers.
    private static func hasShapeTable(_ text: String) -> Bool {
        let dense = text.filter { !$0.isWhitespace }
        let forms = ["[1,1,1,1]", "[[1,1],[1,1]]", "[0,1,0],[1,1,1]", "[1,1,1],[0,1,0]", "[0,1,1],[1,1,0]", "[1,1,0],[0,1,1]"]
        if forms.count(where: { dense.contains($0) }) >= 2 { return true }
        // Each piece's cells may be its own number.
        let numbered = forms.count { form in (2...9).contains { dense.contains(form.replacingOccurrences(of: "1", with: String($0))) } }
        return numbered >= 3
    }

    /// Whether the text holds the cells of at least three forms of four cells that hang together, as `[[0,1],[1,1],[2,1],[3,1]]`.
    private static func hasCellLists(_ text: String) -> Bool {
        let dense = text.filter { !$0.isWhitespace }
        var forms: Set<[[Int]]> = []
        for match in dense.matches(of: /\[(?:\[-?\d+,-?\d+\],?){4}\]/) {
            let numbers = match.output.matches(of: /-?\d+/).compactMap { Int($0.output) }
            guard numbers.count == 8 else { continue }
            let cells = stride(from: 0, to: 8, by: 2).map { [numbers[$0], numbers[$0 + 1]] }
            guard hangTogether(cells) else { continue }
            forms.insert(inCorner(cells))
        }
        return forms.count >= 3
    }

    /// Whether the text holds at least four forms as the numbers of their cells in a square three or four wide, as
    /// `[1, 3, 4, 5]`.
    private static func hasIndexLists(_ text: String) -> Bool {
        let dense = text.filter { !$0.isWhitespace }
        var forms: Set<[[Int]]> = []
        for match in dense.matches(of: /\[(\d{1,2}),(\d{1,2}),(\d{1,2}),(\d{1,2})\]/) {
            let numbers = [match.output.1, match.output.2, match.output.3, match.output.4].compactMap { Int($0) }
            for wide in [3, 4] where Set(numbers).count == 4 && numbers.allSatisfy({ $0 < wide * wide }) {
                let cells = numbers.map { [$0 % wide, $0 / wide] }
                if hangTogether(cells) { forms.insert(inCorner(cells)) }
            }
        }
        return forms.count >= 4
    }

    /// Cells moved to the left and upper edges, in order.
    private static func inCorner(_ cells: [[Int]]) -> [[Int]] {
        let (left, top) = (cells.map { $0[0] }.min() ?? 0, cells.map { $0[1] }.min() ?? 0)
        return cells.map { [$0[0] - left, $0[1] - top] }.sorted { ($0[1], $0[0]) < ($1[1], $1[0]) }
    }

    /// Four cells with three common edges are one piece.
    private static func hangTogether(_ cells: [[Int]]) -> Bool {
        var edges = 0
        for (index, cell) in cells.enumerated() {
            for other in cells[..<index] where abs(cell[0] - other[0]) + abs(cell[1] - other[1]) == 1 { edges += 1 }
        }
        return edges >= 3
    }
}
