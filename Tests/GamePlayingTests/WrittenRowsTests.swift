import GameReading
import Testing

@testable import GamePlaying

@Suite("Full rows that are written above a stack")
struct WrittenRowsTests {
    private static let free = String(repeating: "......\n", count: 9)
    private let stack = CellMask(picture: free + "......\n......\n......\n#.....\n##..##")

    @Test func `stand right on it, below one that isn't full`() throws {
        let rows = try #require(WrittenRows(2, above: stack, columns: 6, rows: 14))
        #expect(rows.written == CellMask(picture: Self.free + "#.#.#.\n######\n######\n#.....\n##..##"))
    }

    @Test(arguments: [
        ("...#..\n..###.\n#.#.#.\n#.....\n##..##", true),
        // What is above has not come down, or by one row only.
        ("#.#.#.\n......\n......\n#.....\n##..##", false), ("......\n#.#.#.\n......\n#.....\n##..##", false),
        // A row is still there.
        ("......\n#.#.#.\n######\n#.....\n##..##", false),
        // The stack is not what it was.
        ("......\n......\n#.#.#.\n......\n##..##", false),
    ])
    func `are removed when what is above comes down by as many`(after: String, areRemoved: Bool) throws {
        let rows = try #require(WrittenRows(2, above: stack, columns: 6, rows: 14))
        #expect(rows.areRemoved(from: CellMask(picture: Self.free + after)) == areRemoved)
    }

    @Test func `find no room on a stack that is too high`() {
        #expect(WrittenRows(5, above: stack, columns: 6, rows: 14) == nil)
    }
}
