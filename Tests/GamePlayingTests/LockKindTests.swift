import GameReading
import Testing

@testable import GamePlaying

@Suite("What is wrong with a stack")
struct LockKindTests {
    private static let piece = [Cell(1, 4), Cell(2, 4), Cell(1, 5), Cell(2, 5)]

    /// What is wrong where an O has come to rest in a field of four by six cells.
    private func kind(extra: [Cell] = [], missing: [Cell] = [], afterRows: Bool = true) throws -> LockReport.Kind {
        let expected = CellMask(columns: 4, rows: 6, cells: Self.piece)
        let stack = CellMask(columns: 4, rows: 6, cells: Self.piece + extra).subtracting(CellMask(columns: 4, rows: 6, cells: missing))
        return LockReport.Kind(of: stack, expected, expected, piece: try #require(Piece(Self.piece)), afterRows: afterRows)
    }

    @Test func `is that rows are one and the same where a piece comes in others as well once rows have been removed`() throws {
        #expect(try kind(extra: [Cell(1, 0), Cell(2, 0)]) == .rowsLinked)
        #expect(try kind(extra: [Cell(1, 0), Cell(2, 0)], afterRows: false) == .cellsExtra)
    }

    @Test func `is cells that are too many or missing where they aren't the piece's columns`() throws {
        #expect(try kind(extra: [Cell(2, 0), Cell(3, 0)]) == .cellsExtra)
        #expect(try kind(missing: [Cell(1, 4)]) == .cellsMissing)
    }

    @Test func `is that rows were taken where one with a gap has gone and what was above has come down`() throws {
        let before = CellMask(columns: 6, rows: 6, cells: [Cell(0, 4), Cell(0, 5), Cell(3, 5), Cell(4, 5)])
        let piece = try #require(Piece(Self.piece)), filled = CellMask(columns: 6, rows: 6, cells: before.cells + piece.cells)
        func kind(seen: [Cell]) -> LockReport.Kind {
            LockReport.Kind(of: CellMask(columns: 6, rows: 6, cells: seen), filled, filled, piece: piece, afterRows: false)
        }
        #expect(kind(seen: [Cell(0, 5), Cell(1, 5), Cell(2, 5)]) == .rowsTaken)
        #expect(kind(seen: [Cell(0, 4), Cell(1, 4), Cell(2, 4)]) == .cellsMissing)
    }
}
