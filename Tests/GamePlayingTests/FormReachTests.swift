import GameReading
import Testing

@testable import GamePlaying

@Suite("How far a form can be pushed")
struct FormReachTests {
    private let upright = Piece((0..<4).map { Cell(0, $0) })!
    private let flat = Piece((0..<4).map { Cell($0, 0) })!

    @Test func `is known once it has been held at the same place twice`() {
        var reach = FormReach()
        reach.noteStop(of: upright, at: 2, direction: -1)
        #expect(reach.reaches(0, with: upright))
        reach.noteStop(of: upright, at: 2, direction: -1)
        #expect(!reach.reaches(1, with: upright))
        #expect(reach.reaches(2, with: upright))
        #expect(reach.reaches(9, with: upright))
    }

    @Test func `is known of each form and each side`() {
        var reach = FormReach()
        for _ in 0..<2 { reach.noteStop(of: upright, at: 8, direction: 1) }
        #expect(!reach.reaches(9, with: upright))
        #expect(reach.reaches(0, with: upright))
        #expect(reach.reaches(9, with: flat))
    }
}
