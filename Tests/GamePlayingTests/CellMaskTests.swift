import GameReading
import Testing

@testable import GamePlaying

@Suite("A set of cells")
struct CellMaskTests {
    private let mask = CellMask(picture: """
        ....
        .#..
        ####
        ##.#
        """)

    @Test func `counts and lists its cells in reading order`() {
        #expect(mask.count == 8)
        #expect(mask.cells.prefix(3) == [Cell(1, 1), Cell(0, 2), Cell(1, 2)])
        #expect(mask.top == 1)
        #expect(CellMask(columns: 3, rows: 5).top == 5)
        #expect(CellMask(columns: 3, rows: 5).isEmpty)
    }

    @Test func `leaves out cells that are outside`() {
        var mask = mask
        for cell in [Cell(-1, 0), Cell(4, 0), Cell(0, -1), Cell(0, 4)] {
            mask.insert(cell)
            #expect(!mask.contains(cell))
        }
        #expect(mask == self.mask)
    }

    @Test func `takes cells in and out`() {
        var mask = mask
        mask.insert(Cell(0, 0))
        #expect(mask.contains(Cell(0, 0)))
        mask.remove(Cell(0, 0))
        #expect(mask == self.mask)
    }

    @Test func `knows its full rows and what is left without them`() {
        #expect(mask.fullRows == [2])
        #expect(mask.withoutFullRows == CellMask(picture: """
            ....
            ....
            .#..
            ##.#
            """))
    }

    @Test func `has full rows at the greatest width too`() {
        let wide = CellMask(columns: 64, rows: 2, cells: (0..<64).map { Cell($0, 1) })
        #expect(wide.fullRows == [1])
        #expect(wide.withoutFullRows.isEmpty)
    }

    @Test func `is joined, cut and compared like a set`() {
        let row = CellMask(columns: 4, rows: 4, cells: (0..<4).map { Cell($0, 3) })
        #expect(mask.union(row).count == 9)
        #expect(mask.intersection(row).count == 3)
        #expect(mask.subtracting(row).count == 5)
        #expect(mask.intersection(row).isSubset(of: mask))
        #expect(!row.isSubset(of: mask))
    }

    @Test func `can be had without some of its rows`() {
        let mask = CellMask(picture: "..#.\n####\n#..#")
        #expect(mask.emptied([1]) == CellMask(picture: "..#.\n....\n#..#"))
    }
}
