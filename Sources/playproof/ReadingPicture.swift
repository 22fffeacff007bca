import Foundation

/// The playfield of a reading as text, for the places where only the reading's JSON is left.
enum ReadingPicture {
    /// What a trace holds of a game's state.
    struct Reading: Decodable {
        var board: [String]?
        /// Pairs of column and row.
        var piece: [[Int]]?
        var score, lines, level: Double?

        init?(json: String) {
            guard let reading = try? JSONDecoder().decode(Reading.self, from: Data(json.utf8)) else { return nil }
            self = reading
        }
    }

    /// Settled cells as `#`, the falling piece as `@`; empty when the reading has no playfield.
    static func text(of json: String) -> String {
        guard let reading = Reading(json: json), let board = reading.board else { return "" }
        var rows = board.map { $0.map(String.init) }
        for cell in reading.piece ?? [] where cell.count == 2 && rows.indices.contains(cell[1]) && rows[cell[1]].indices.contains(cell[0]) {
            rows[cell[1]][cell[0]] = "@"
        }
        return rows.map { $0.joined() }.joined(separator: "\n")
    }
}
