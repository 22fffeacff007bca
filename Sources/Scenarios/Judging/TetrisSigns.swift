import Foundation
import WebPage

/// Tells from a submission's text whether it is meant to be a Tetris, for pages on which nothing can be seen to fall:
/// a broken Tetris is told apart from another game.
enum TetrisSigns {
    static func isMeant(by page: PageSource) -> Bool {
        var text = page.html
        for (path, data) in page.files where path.hasSuffix(".js") { text += String(decoding: data, as: UTF8.self) }
        return text.range(of: "tetri|tetro|テトリス|тетрис|俄罗斯方块|테트리스", options: [.regularExpression, .caseInsensitive]) != nil
            || hasShapeTable(text)
    }

    /// Whether the text holds the forms of at least two pieces as tables of numbers.
    private static func hasShapeTable(_ text: String) -> Bool {
        let dense = text.filter { !$0.isWhitespace }
        let forms = ["[1,1,1,1]", "[[1,1],[1,1]]", "[0,1,0],[1,1,1]", "[1,1,1],[0,1,0]", "[0,1,1],[1,1,0]", "[1,1,0],[0,1,1]"]
        return forms.count { dense.contains($0) } >= 2
    }
}
