import GameReading
import Testing

@testable import GamePlaying

@Suite("A playfield that is followed")
struct FieldTrackerTests {
    private func tracker(after pictures: [String]) -> FieldTracker {
        var tracker = FieldTracker(columns: 6, rows: 8)
        for picture in pictures { tracker.see(FieldOfCells.observation(picture)) }
        return tracker
    }

    @Test func `keeps the piece and the stack apart`() {
        let tracker = tracker(after: [
            "..@@..\n..@@..\n......\n......\n......\n......\n......\n......",
            "......\n......\n......\n......\n......\n......\n..@@..\n..@@..",
            ".@....\n.@@@..\n......\n......\n......\n......\n..##..\n..##..",
        ])
        #expect(tracker.pieces == 1)
        #expect(tracker.piece?.kind == "J")
        #expect(tracker.settled == CellMask(picture: "......\n......\n......\n......\n......\n......\n..##..\n..##.."))
    }

    @Test func `forgets what is gone before it ever moved`() {
        let button = "......\n......\n......\n.@@@@.\n.@@@@.\n......\n......\n......"
        let nothing = "......\n......\n......\n......\n......\n......\n......\n......"
        #expect(tracker(after: [button]).piece != nil)
        #expect(tracker(after: [button, nothing]).piece == nil)
        let piece = ["..@@..\n..@@..\n......\n......\n......\n......\n......\n......", "......\n..@@..\n..@@..\n......\n......\n......\n......\n......"]
        #expect(tracker(after: piece + [nothing]).piece?.kind == "O")
    }

    @Test func `takes a hard drop for what it is`() {
        let tracker = tracker(after: [
            "@@@@..\n......\n......\n......\n......\n......\n......\n......",
            "..@@..\n..@@..\n......\n......\n......\n......\n......\n####..",
        ])
        #expect(tracker.pieces == 1)
        #expect(tracker.settled.cells == (0..<4).map { Cell($0, 7) })
    }

    @Test func `leaves a piece that is dropped where it was for no longer than it takes to glide down`() {
        let glide = [
            "@@@@..\n......\n......\n......\n......\n......\n......\n......", "......\n@@@@..\n......\n......\n......\n......\n......\n......",
            "....@@\n@@@@..\n......\n......\n......\n......\n......\n......", "....@@\n......\n......\n......\n@@@@..\n......\n......\n......",
            "....@@\n....@@\n......\n......\n......\n......\n......\n####..",
        ]
        #expect(tracker(after: glide).settled.cells == (0..<4).map { Cell($0, 7) })
        var afloat = FieldTracker(columns: 6, rows: 8)
        for (index, picture) in (glide.prefix(3) + Array(repeating: glide[2], count: 4)).enumerated() {
            afloat.see(FieldOfCells.observation(picture, time: 100 * Double(index)))
        }
        #expect(afloat.settled.cells == (0..<4).map { Cell($0, 1) })
    }

    @Test func `removes full rows with the lock`() {
        let tracker = tracker(after: [
            "@@@@..\n......\n......\n......\n......\n......\n......\n......",
            "....@@\n....@@\n......\n......\n......\n......\n......\n####..",
            "..@@..\n..@@..\n......\n......\n......\n......\n......\n....##",
        ])
        #expect(tracker.pieces == 2)
        #expect(tracker.settled.cells == [Cell(4, 7), Cell(5, 7)])
    }

    @Test func `waits while rows flash before they vanish`() {
        let tracker = tracker(after: [
            "@@@@..\n......\n......\n......\n......\n......\n......\n......",
            "....@@\n....@@\n......\n......\n......\n......\n......\n####..",
            "......\n......\n......\n......\n......\n......\n....##\n######",
            "......\n......\n......\n......\n......\n......\n....##\n......",
            "..@@..\n..@@..\n......\n......\n......\n......\n......\n....##",
        ])
        #expect(tracker.pieces == 2)
        #expect(tracker.settled.cells == [Cell(4, 7), Cell(5, 7)])
    }

    @Test func `starts over when the field is empty again`() {
        let tracker = tracker(after: [
            "@@@@..\n......\n......\n......\n......\n......\n......\n......",
            "....@@\n....@@\n......\n......\n......\n......\n......\n####..",
            "..@@..\n..@@..\n......\n......\n......\n......\n......\n......",
        ])
        #expect(tracker.settled.isEmpty)
        #expect(tracker.piece?.kind == "O")
    }

    @Test func `takes no ghost for the piece that is still above the field`() {
        let ghost = "......\n......\n......\n......\n......\n......\n......\n.oooo."
        #expect(tracker(after: [ghost]).piece == nil)
        let both = tracker(after: [ghost, ".@@@@.\n......\n......\n......\n......\n......\n......\n.oooo."])
        #expect(both.piece?.top == 0)
    }

    @Test func `counts pieces of a single cell`() {
        let tracker = tracker(after: [
            "...@..\n......\n......\n......\n......\n......\n......\n......",
            "......\n......\n......\n......\n......\n......\n......\n...@..",
            "..@...\n......\n......\n......\n......\n......\n......\n...#..",
        ])
        #expect(tracker.pieces == 1)
        #expect(tracker.piece?.cells == [Cell(2, 0)])
    }
}
