import GameReading
import Testing

@testable import GamePlaying

@Suite("A report of turns")
struct TurnReportTests {
    /// A piece and what four turns make of it.
    private func turns(of piece: Piece, by turn: (Piece) -> Piece) -> [Piece] {
        (0..<4).reduce(into: [piece]) { pieces, _ in pieces.append(turn(pieces[pieces.count - 1])) }
    }

    @Test func `finds no fault in quarter turns either way`() {
        for piece in Piece.all.values {
            let start = piece.moved(4, 5)
            #expect(TurnReport(turns(of: start) { $0.turnedRight.moved(4, 5) }, time: 0).fault == nil)
            #expect(TurnReport(turns(of: start) { $0.turnedRight.turnedRight.turnedRight.moved(4, 5) }, time: 0).fault == nil)
        }
    }

    @Test func `finds a piece that stays as it is, but for the square`() throws {
        for (kind, piece) in Piece.all {
            #expect((TurnReport(turns(of: piece) { $0 }, time: 0).fault == nil) == (kind == "O"))
        }
    }

    @Test func `finds forms of another kind`() {
        let report = TurnReport([Piece(picture: "@@.\n.@@"), Piece(picture: "@.\n@@\n.@")], time: 0)
        #expect(report.fault == "a turn made 0,0 0,1 1,1 1,2 of 0,0 1,0 1,1 2,1")
        #expect(report.kind == "Z")
    }

    @Test func `finds cells that come off`() {
        #expect(TurnReport([Piece(picture: ".@.\n@@@"), Piece(picture: "@.\n@@\n..\n@.")], time: 0).fault != nil)
        #expect(TurnReport([Piece(picture: ".@.\n@@@"), Piece(picture: "@.\n@@")], time: 0).fault != nil)
    }

    @Test func `finds mirroring instead of turning`() {
        let (up, left) = (Piece(picture: ".@.\n@@@"), Piece(picture: ".@\n@@\n.@"))
        #expect(TurnReport([up, left, up, left, up], time: 0).fault == "it does not turn by quarters in one direction")
    }

    @Test func `finds a piece that wanders off`() {
        let report = TurnReport([0, 0, 0, 0, 1].map { Piece(picture: "@@\n@@").moved($0, 4) }, time: 0)
        #expect(report.columns == [0, 0, 0, 0, 1])
        #expect(report.fault == "after four turns it is in column 1 instead of 0")
    }
}
