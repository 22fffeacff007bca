import GameReading
import Testing

@testable import GamePlaying

extension Piece {
    /// The cells of a text picture in which `@` is the piece, a line a row.
    init(picture: String) {
        let lines = picture.split(separator: "\n").map(Array.init)
        let cells = lines.indices.flatMap { row in lines[row].indices.filter { lines[row][$0] == "@" }.map { Cell($0, row) } }
        self.init(cells)!
    }

    static let all: [Character: Piece] = [
        "I": Piece(picture: "@@@@"), "O": Piece(picture: "@@\n@@"), "T": Piece(picture: ".@.\n@@@"), "S": Piece(picture: ".@@\n@@."),
        "Z": Piece(picture: "@@.\n.@@"), "J": Piece(picture: "@..\n@@@"), "L": Piece(picture: "..@\n@@@"),
    ]
}

@Suite("A piece")
struct PieceTests {
    @Test func `is known by its form, wherever it is and however it is turned`() {
        for (letter, piece) in Piece.all {
            var turned = piece.moved(3, 7)
            for _ in 0..<4 {
                #expect(turned.kind == letter)
                turned = turned.turnedRight.moved(1, 1)
            }
        }
        #expect(Piece(picture: "@@@").kind == "?")
        #expect(Piece(picture: "@@@@@").kind == "?")
    }

    @Test func `turns to the right`() {
        #expect(Piece(picture: "@..\n@@@").turnedRight == Piece(picture: "@@\n@.\n@."))
        #expect(Piece(picture: ".@.\n@@@").turnedRight == Piece(picture: "@.\n@@\n@."))
        #expect(Piece(picture: "@@@@").turnedRight == Piece(picture: "@\n@\n@\n@"))
    }

    @Test func `is itself again after four turns`() {
        for piece in Piece.all.values { #expect(piece.turnedRight.turnedRight.turnedRight.turnedRight == piece) }
    }

    @Test func `has a box around it`() {
        let piece = Piece(picture: ".@.\n@@@").moved(4, 2)
        #expect([piece.left, piece.right, piece.top, piece.bottom] == [4, 6, 2, 3])
        #expect(piece.shape == Piece(picture: ".@.\n@@@"))
    }

    @Test func `hangs together by edges, not by corners`() {
        for piece in Piece.all.values { #expect(piece.isConnected) }
        #expect(!Piece(picture: "@@.\n..@").isConnected)
    }

    @Test func `is none without cells`() {
        #expect(Piece([Cell]()) == nil)
    }

    @Test func `fits where no wall, floor or cell is, above the field too`() {
        let stack = CellMask(picture: "....\n....\n#...\n##..")
        let piece = Piece(picture: "@@\n@@")
        #expect(piece.fits(on: stack))
        #expect(piece.moved(2, 2).fits(on: stack))
        #expect(piece.moved(0, -2).fits(on: stack))
        #expect(!piece.moved(0, 1).fits(on: stack))
        #expect(!piece.moved(3, 0).fits(on: stack))
        #expect(!piece.moved(-1, 0).fits(on: stack))
        #expect(!piece.moved(2, 3).fits(on: stack))
    }

    @Test func `falls onto what is below it`() {
        let stack = CellMask(picture: "....\n....\n....\n#...\n##..")
        #expect(Piece(picture: "@@").dropped(on: stack).cells == [Cell(0, 2), Cell(1, 2)])
        #expect(Piece(picture: ".@@").dropped(on: stack).cells == [Cell(1, 3), Cell(2, 3)])
        #expect(Piece(picture: "..@@").dropped(on: stack).cells == [Cell(2, 4), Cell(3, 4)])
    }
}
