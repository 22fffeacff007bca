import GameReading
import Testing

@testable import GamePlaying
@testable import Recording
@testable import Traces

@Suite("A reading in the form that traces take")
struct ReadingMembersTests {
    private static let board = CellMask(columns: 4, rows: 3, cells: [Cell(0, 2), Cell(3, 2), Cell(3, 1)])
    private static let piece = Piece([Cell(1, 0), Cell(2, 0), Cell(1, 1)])

    @Test(arguments: [
        WatchedReading(board: board, piece: piece, numbers: ShownNumbers(score: 1234.5, lines: 3, level: 1)),
        WatchedReading(board: board, piece: nil, numbers: ShownNumbers(score: -40, lines: nil, level: 1e18)),
        WatchedReading(board: nil, piece: nil, numbers: ShownNumbers(score: .infinity)),
    ])
    func `says what its JSON says`(reading: WatchedReading) throws {
        var readings = ReadingMembers()
        let said = try #require(JSONParser.parse(reading.json))
        #expect(JSONValue.object(readings.members(of: reading)) == said)
        #expect(JSONValue.object(readings.members(of: reading)) == said)
    }

    @Test func `follows the board`() {
        var readings = ReadingMembers()
        let boards = [Self.board, CellMask(columns: 4, rows: 3), Self.board]
        let texts = boards.map { JSONValue.object(readings.members(of: WatchedReading(board: $0, piece: nil, numbers: ShownNumbers()))).text }
        #expect(texts == [##"{"board":["....","...#","#..#"]}"##, ##"{"board":["....","....","...."]}"##, ##"{"board":["....","...#","#..#"]}"##])
    }
}
