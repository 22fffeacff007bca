import GameReading
import Testing

@testable import GamePlaying

@Suite("The falling piece that is found")
struct PieceFinderTests {
    private let empty = CellMask(columns: 6, rows: 8)

    @Test func `is what is neither empty nor settled`() {
        var finder = PieceFinder()
        let seen = FieldOfCells.observation("......\n..@...\n.@@@..\n......\n......\n......\n......\n##..##")
        let settled = CellMask(picture: "......\n......\n......\n......\n......\n......\n......\n##..##")
        #expect(finder.piece(in: seen, above: settled) == Piece(picture: "......\n..@...\n.@@@.."))
    }

    @Test func `is nothing that is scattered over the field`() {
        var finder = PieceFinder()
        let rows = 12
        let settled = CellMask(picture: String(repeating: "......\n", count: rows - 1) + "##.#.#")
        let seen = FieldOfCells.observation("..@@..\n" + String(repeating: "......\n", count: rows - 2) + "##o#o#")
        #expect(finder.piece(in: seen, above: settled) == nil)
    }

    @Test func `leaves its ghost behind`() {
        var finder = PieceFinder()
        let seen = FieldOfCells.observation("..@...\n.@@@..\n......\n......\n......\n......\n..o...\n.ooo..")
        #expect(finder.piece(in: seen, above: empty)?.kind == "T")
        #expect(finder.ghostCells(in: seen, above: empty).count == 4)
        #expect(finder.ghostLooks.count == 1)
    }

    @Test func `leaves a ghost behind through which a chessboard comes`() {
        var finder = PieceFinder()
        let seen = FieldOfCells.observation("..@...\n.@@@..\n......\n......\n......\n......\n..o...\n.oOo..")
        #expect(finder.piece(in: seen, above: empty) == Piece(picture: "..@...\n.@@@.."))
        #expect(finder.ghostLooks.count == 2)
        let fallen = FieldOfCells.observation("..@...\n.@@@..\n......\n......\n......\n......\n......\n..oOO.")
        var other = PieceFinder()
        #expect(other.piece(in: fallen, above: empty) == nil)
    }

    @Test func `is known from a ghost that touches it once ghosts were seen`() {
        var finder = PieceFinder()
        _ = finder.piece(in: FieldOfCells.observation("..@...\n.@@@..\n......\n......\n......\n......\n..o...\n.ooo.."), above: empty)
        let near = FieldOfCells.observation("......\n......\n......\n......\n......\n..@...\n.@@@..\n.ooo..")
        #expect(finder.piece(in: near, above: empty) == Piece(picture: "......\n......\n......\n......\n......\n..@...\n.@@@.."))
    }

    @Test func `is known from a ghost that was seen alone where a drop ended`() throws {
        var finder = PieceFinder()
        let above = FieldOfCells.observation("..@...\n.@@@..\n......\n......\n......\n......\n......\n......")
        let ghostAlone = FieldOfCells.observation("......\n......\n......\n......\n......\n......\n..o...\n.ooo..")
        let seen = finder.piece(in: above, above: empty)
        let piece = try #require(seen)
        finder.noteFall(from: piece, to: piece.moved(0, 6), in: ghostAlone)
        let next = FieldOfCells.observation("..@...\n.@@@..\n......\n......\n......\n......\n..o...\n.ooo..")
        #expect(finder.piece(in: next, above: empty) == piece)
    }

    @Test func `has no ghost in a piece that has come to rest below it`() {
        var finder = PieceFinder()
        let seen = FieldOfCells.observation("..@...\n..@@..\n......\n......\n......\n......\n..o...\n..ooo.")
        _ = finder.piece(in: seen, above: empty)
        #expect(finder.ghostLooks.isEmpty)
    }

    @Test func `has no ghost below a piece that comes into sight, where the game was seen to have none`() {
        let seen = FieldOfCells.observation("..@@..\n......\n......\n......\n......\n......\n.oo...\n..oo..")
        var finder = PieceFinder()
        _ = finder.piece(in: seen, above: empty)
        #expect(finder.ghostLooks.count == 1)
        var other = PieceFinder()
        other.ghost = .none
        #expect(other.piece(in: seen, above: empty) == nil)
        #expect(other.ghostLooks.isEmpty)
    }

    @Test func `has a ghost in a game that showed none only where that moves, for a piece of its form may have come to rest below it`() {
        var finder = PieceFinder()
        finder.ghost = .none
        let piece = Piece(picture: "..@...\n.@@@..")
        let seen = FieldOfCells.observation("..@...\n.@@@..\n......\n......\n......\n......\n..o...\n.ooo..", time: 1000)
        #expect(finder.piece(in: seen, above: empty) == piece)
        #expect(finder.ghostLooks.isEmpty)
        let aside = FieldOfCells.observation("...@..\n..@@@.\n......\n......\n......\n......\n...o..\n..ooo.", time: 1100)
        #expect(finder.piece(in: aside, above: empty) == piece.moved(1, 0))
        #expect(finder.ghostLooks.count == 1)
    }

    @Test func `has no ghost in a piece that lies where it would and looks like the stack`() {
        var finder = PieceFinder()
        let settled = CellMask(picture: "......\n......\n......\n......\n......\n......\n......\n#.##..")
        for coming in [".@@@..\n......", "...@..\n.@@@.."] {
            let seen = FieldOfCells.observation(coming + "\n......\n......\n......\n...#..\n.###..\n#.##..")
            #expect(finder.piece(in: seen, above: settled) == nil)
            #expect(finder.ghostLooks.isEmpty)
        }
    }

    @Test func `is none among too many cells or none at all`() {
        var finder = PieceFinder()
        #expect(finder.piece(in: FieldOfCells.observation(Array(repeating: "......", count: 8).joined(separator: "\n")), above: empty) == nil)
        #expect(finder.piece(in: FieldOfCells.observation(Array(repeating: "@@@@@@", count: 8).joined(separator: "\n")), above: empty) == nil)
    }

    @Test func `is none where two pieces of one look are seen`() {
        var finder = PieceFinder()
        #expect(finder.piece(in: FieldOfCells.observation("..@@..\n..@@..\n......\n......\n......\n......\n@@@@..\n......"), above: empty) == nil)
    }

    @Test func `may have a fifth cell that only touches it`() {
        var finder = PieceFinder()
        let seen = FieldOfCells.observation("......\n@@....\n@@....\n..@...\n......\n......\n......\n......")
        #expect(finder.piece(in: seen, above: empty)?.cells.count == 5)
        let apart = FieldOfCells.observation("......\n@@....\n@@....\n......\n..@...\n......\n......\n......")
        #expect(finder.piece(in: apart, above: empty) == nil)
    }

    @Test func `is none where a piece at rest touches the next one by a corner`() {
        var finder = PieceFinder()
        #expect(finder.piece(in: FieldOfCells.observation("@@....\n@@....\n..@@@@\n......\n......\n......\n......\n......"), above: empty) == nil)
    }

    @Test func `may show only a part while it comes in from above`() {
        var finder = PieceFinder()
        let seen = FieldOfCells.observation(".@@@..\n......\n......\n......\n......\n......\n......\n......")
        #expect(finder.piece(in: seen, above: empty)?.cells.count == 3)
    }

    @Test func `has a ghost below the floor where the game takes the floor for lower`() {
        var finder = PieceFinder()
        let seen = FieldOfCells.observation(".@@@..\n..@...\n......\n......\n......\n......\n......\n.ooo..")
        #expect(finder.piece(in: seen, above: empty) == Piece(picture: ".@@@..\n..@..."))
    }

    @Test func `is never of a ghost's look once it has come down`() throws {
        var finder = PieceFinder()
        let high = FieldOfCells.observation(".@@@..\n......\n......\n......\n......\n......\n......\n......")
        let low = FieldOfCells.observation("......\n.@@@..\n......\n......\n......\n......\n......\n......")
        let found = finder.piece(in: high, above: empty)
        let piece = try #require(found)
        finder.noteFall(from: piece, to: piece.moved(0, 1), in: low)
        // The piece at rest, and the next one that comes into sight.
        _ = finder.piece(in: FieldOfCells.observation(".#....\n......\n......\n......\n......\n......\n..@...\n.@@@.."), above: empty)
        #expect(finder.ghostLooks.isEmpty)
    }

    @Test func `looks like a ghost no more once it has come down`() throws {
        var finder = PieceFinder()
        // The piece at rest is where the next one would come to rest, as a ghost is.
        _ = finder.piece(in: FieldOfCells.observation("..@...\n......\n......\n......\n......\n......\n......\n..o..."), above: empty)
        try #require(finder.ghostLooks.count == 1)
        let piece = Piece(picture: "@")
        finder.noteFall(from: piece, to: piece.moved(0, 1), in: FieldOfCells.observation("......\no.....\n......\n......\n......\n......\n......\n......"))
        #expect(finder.ghostLooks.isEmpty)
    }

    @Test func `is the form of four cells where it overlaps a ghost of its own look`() {
        let column = CellMask(picture: "......\n..#...\n..#...\n..#...\n..#...\n..#...\n..#...\n..#...")
        #expect(PieceFinder.aboveTwin(column, empty) == Piece(picture: "......\n..@...\n..@...\n..@...\n..@..."))
    }

    @Test func `is not its lower half where it lies on a ghost of its own look`() {
        let square = CellMask(picture: "......\n......\n......\n......\n......\n......\n..##..\n..##..")
        #expect(PieceFinder.aboveTwin(square, empty) == nil)
    }
}
