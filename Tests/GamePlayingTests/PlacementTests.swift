import GameReading
import Testing

@testable import GamePlaying

@Suite("Ways to put a piece down")
struct PlacementTests {
    @Test(arguments: [("I", 17), ("O", 9), ("T", 34), ("S", 17), ("Z", 17), ("J", 34), ("L", 34)])
    func `are so many on an empty field`(letter: String, count: Int) throws {
        let piece = try #require(Piece.all[Character(letter)])
        let placements = Placement.all(of: piece, on: CellMask(columns: 10, rows: 20))
        #expect(placements.count == count)
        #expect(Set(placements.map(\.resting)).count == count)
        #expect(placements.allSatisfy { $0.resting.bottom == 19 && $0.rowsCleared == 0 })
    }

    @Test func `leave out those that would stand out at the top`() throws {
        let full = CellMask(columns: 4, rows: 4, cells: (0..<8).map { Cell($0 % 4, 2 + $0 / 4) }.filter { $0.column != 0 })
        let placements = Placement.all(of: try #require(Piece.all["I"]), on: full)
        #expect(placements.map(\.resting) == [Piece(picture: "....\n@@@@"), Piece(picture: "@\n@\n@\n@")])
    }

    @Test func `remove the rows that they complete`() throws {
        let stack = CellMask(picture: """
            ....
            #...
            .###
            .###
            """)
        let placement = try #require(
            Placement.all(of: Piece(picture: "@\n@"), on: CellMask(picture: "....\n....\n.###\n.###")).first { $0.resting.left == 0 && $0.turns == 0 })
        #expect(placement.rowsCleared == 2)
        #expect(placement.stack.isEmpty)
        let covered = Placement.all(of: Piece(picture: "@\n@"), on: stack)
        #expect(!covered.contains { $0.rowsCleared > 0 })
    }
}

@Suite("What a placement is worth")
struct PlacementValueTests {
    private func value(of piece: Piece, at cell: Cell, on picture: String) throws -> Double {
        let resting = piece.moved(cell.column, cell.row)
        let found = Placement.all(of: piece, on: CellMask(picture: picture)).first { $0.resting == resting }
        return PlacementValue.value(of: try #require(found))
    }

    /// The weights of El-Tetris.
    private func worth(
        height: Double, cleared: Double, rowTransitions: Double, columnTransitions: Double, holes: Double, wells: Double
    ) -> Double {
        -4.500158825082766 * height + 3.4181268101392694 * cleared - 3.2178882868487753 * rowTransitions
            - 9.348695305445199 * columnTransitions - 7.899265427351652 * holes - 3.3855972247263626 * wells
    }

    @Test func `counts transitions with walls and floor on an empty field`() throws {
        let square = try #require(Piece.all["O"])
        // Rows: 4 × 2 empty, 2 × 2 half full. Columns: floor changes under each, top of the square over two.
        let expected = worth(height: 1.5, cleared: 0, rowTransitions: 12, columnTransitions: 4, holes: 0, wells: 0)
        #expect(abs(try value(of: square, at: Cell(0, 4), on: "....\n....\n....\n....\n....\n....") - expected) < 1e-9)
    }

    @Test func `counts holes and wells that it leaves`() throws {
        let bar = Piece(picture: "@@")
        // After it: .... / ##.. / .#.#, with a hole below its left cell and two wells of one in the lowest row.
        let expected = worth(height: 2, cleared: 0, rowTransitions: 2 + 2 + 4, columnTransitions: 3 + 1 + 1 + 1, holes: 1, wells: 2)
        #expect(abs(try value(of: bar, at: Cell(0, 1), on: "....\n....\n.#.#") - expected) < 1e-9)
    }

    @Test func `counts the rows that it removes`() throws {
        let bar = Piece(picture: "@@")
        let expected = worth(height: 1, cleared: 1, rowTransitions: 6, columnTransitions: 4, holes: 0, wells: 0)
        #expect(abs(try value(of: bar, at: Cell(0, 2), on: "....\n....\n..##") - expected) < 1e-9)
    }

    @Test func `ranks the completed row first, and piling up where that is wanted`() throws {
        let bar = Piece(picture: "@@")
        let stack = CellMask(picture: "......\n......\n......\n..####")
        #expect(PlacementChoice().ranked(Placement.all(of: bar, on: stack)).first?.rowsCleared == 1)
        let piled = try #require(PlacementChoice(towardsTheTop: true).ranked(Placement.all(of: bar, on: stack)).first)
        #expect(piled.rowsCleared == 0)
        #expect(piled.resting.bottom == 2 && (2...3).contains(piled.resting.left))
    }

    @Test func `keeps the first column free for a piece that completes several rows`() throws {
        let square = try #require(Piece.all["O"]), empty = CellMask(columns: 10, rows: 20)
        let ranked = PlacementChoice(rowsAtOnce: 4).ranked(Placement.all(of: square, on: empty))
        #expect((ranked.first?.resting.left ?? 0) > 0)
        #expect(ranked.last?.resting.left == 0)
    }

    @Test(arguments: 1...8) func `completes four rows at once within 200 random pieces`(seed: UInt64) throws {
        let letters = Array("IOTSZJL")
        var random = SeededRandom(seed: seed), patience = StackingPatience(), stack = CellMask(columns: 10, rows: 20), pieces = 0, rows = 0
        while rows < 4, pieces < 200 {
            let piece = try #require(Piece.all[letters[Int(random.next() % 7)]])
            let choice = PlacementChoice(rowsAtOnce: patience.waits(on: stack) ? 4 : nil)
            let placement = try #require(choice.ranked(Placement.all(of: piece, on: stack)).first)
            (stack, rows, pieces) = (placement.stack, placement.rowsCleared, pieces + 1)
        }
        #expect(rows == 4)
    }

    @Test(arguments: [(".@@\n@@.", 1), ("@@\n@@", 2), ("@\n@\n@\n@", 4), ("@@@\n@..", 2), ("@@@@", 1)])
    func `completes the rows that were arranged for it, below one that isn't full`(shape: String, rows: Int) {
        let piece = Piece(picture: shape).moved(1, 0)
        let stack = Player.stack(completedBy: piece, columns: 6, rows: 12)
        var filled = stack
        for cell in piece.dropped(on: stack).cells { filled.insert(cell) }
        #expect(filled.fullRows.count == rows)
        #expect(!filled.withoutFullRows.isEmpty)
    }
}
