import Foundation

/// What one reading shows and another doesn't, as an expression that scenarios can check.
enum ReadingClaim {
    private struct Reading: Decodable, Equatable {
        var board: [String]?
        var piece: [[Int]]?
        var score, lines, level: Double?
    }

    /// - Returns: an expression that holds for the first reading and not for the second; nil when they show the same.
    static func difference(between expected: String, and actual: String) -> String? {
        guard let expected = reading(expected), let actual = reading(actual) else { return nil }
        if expected.board != actual.board, let board = expected.board {
            guard let other = actual.board else { return "board !== null" }
            let size = (columns: board.first?.count ?? 0, rows: board.count)
            if (other.first?.count ?? 0, other.count) != size { return "columns === \(size.columns) && rows === \(size.rows)" }
            return "same(cells(board), \(text(cells(of: board))))"
        }
        if (expected.piece ?? []) != (actual.piece ?? []) {
            return expected.piece.map { "piece !== null && same(piece.cells, \(text($0)))" } ?? "piece === null"
        }
        for (name, left, right) in [("score", expected.score, actual.score), ("lines", expected.lines, actual.lines), ("level", expected.level, actual.level)]
        where left != right {
            return "\(name) === \(left.map(shortNumber) ?? "null")"
        }
        return nil
    }

    private static func reading(_ json: String) -> Reading? {
        try? JSONDecoder().decode(Reading.self, from: Data(json.utf8))
    }

    private static func cells(of board: [String]) -> [[Int]] {
        board.enumerated().flatMap { row, line in
            line.enumerated().filter { $0.element != "." }.map { [$0.offset, row] }
        }
    }

    private static func text(_ cells: [[Int]]) -> String {
        "[" + cells.map { "[\($0[0]),\($0[1])]" }.joined(separator: ",") + "]"
    }
}
