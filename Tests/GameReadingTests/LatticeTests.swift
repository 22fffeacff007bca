import Testing
import WebPage

@testable import GameReading

@Suite("A lattice of boxes")
struct LatticeTests {
    private func boxes(_ places: [(Double, Double)], size: Double) -> [PaintedBox] {
        places.map { PaintedBox(x: $0.0, y: $0.1, width: size, height: size, look: 0, alpha: 1, kind: .fill) }
    }

    @Test func `has the distance of its boxes as its pitch`() throws {
        let lattice = try #require(Lattice(of: boxes([(10, 5), (40, 5), (100, 65)], size: 30)))
        #expect(lattice.pitchX == 30)
        #expect(lattice.pitchY == 30)
        #expect(lattice.originX == 10)
        #expect(lattice.originY == 5)
    }

    @Test func `shares the gaps between cells out to both sides`() throws {
        let lattice = try #require(Lattice(of: boxes([(1, 1), (21, 1), (1, 21)], size: 18)))
        #expect(lattice.pitchX == 20)
        #expect(lattice.originX == 0)
        #expect(lattice.originY == 0)
    }

    @Test func `takes cells for square where only one direction is known`() throws {
        let column = try #require(Lattice(of: boxes([(50, 0), (50, 22), (50, 44)], size: 20)))
        #expect(column.pitchX == 22)
        #expect(column.originX == 49)
    }

    @Test func `evens out rounded positions`() throws {
        let lattice = try #require(Lattice(of: boxes([(0, 0), (33, 0), (67, 0), (100, 33)], size: 33)))
        #expect(abs(lattice.pitchX - 100.0 / 3) < 0.01)
    }

    @Test func `is none where boxes lie anyhow`() {
        #expect(Lattice(of: boxes([(0, 0), (31, 7), (78, 40)], size: 30)) == nil)
        #expect(Lattice(of: boxes([(0, 0), (8, 0)], size: 30)) == nil)
        #expect(Lattice(of: boxes([(0, 0)], size: 30)) == nil)
        #expect(Lattice(of: []) == nil)
    }

    @Test func `tells the cell of a box, and that a box lies off`() throws {
        let lattice = try #require(Lattice(of: boxes([(10, 10), (30, 10), (10, 30)], size: 20)))
        func cell(_ x: Double, _ y: Double, size: Double = 20) -> Cell? { lattice.cell(of: boxes([(x, y)], size: size)[0]) }
        #expect(cell(50, 90) == Cell(2, 4))
        #expect(cell(-10, 10) == Cell(-1, 0))
        #expect(cell(11, 11, size: 18) == Cell(0, 0))
        #expect(cell(20, 10) == nil)
        #expect(cell(10, 10, size: 40) == nil)
    }
}
