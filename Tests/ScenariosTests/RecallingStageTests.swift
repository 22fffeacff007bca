import GamePlaying
import Testing

@testable import Scenarios

@Suite("A recalling stage")
struct RecallingStageTests {
    private let inner = FakeStage()

    @Test func `does the same steps once`() throws {
        let stage = RecallingStage(inner)
        var readings: Set<String> = []
        for _ in 0..<3 {
            try stage.start()
            _ = try stage.play(PlayGoal(.lines(50)))
            readings.insert(stage.readingJSON() + stage.picture() + "\(stage.now)")
        }
        #expect(readings.count == 1)
        #expect(inner.done == ["start", "play lines 50"])
    }

    @Test func `measures the heap once, and only when it is asked for`() throws {
        let stage = RecallingStage(inner)
        try stage.start()
        #expect(!stage.readingJSON().contains("heapBytes"))
        #expect(inner.heapMeasurements == 0)
        for _ in 0..<2 { #expect(stage.reading(measuringHeap: true).state.contains("heapBytes")) }
        #expect(inner.heapMeasurements == 1)
    }

    @Test func `does the steps again when the game has gone another way`() throws {
        let stage = RecallingStage(inner)
        try stage.start()
        try stage.advance(frames: 1)
        try stage.press("left", times: 1)
        try stage.start()
        #expect(stage.now == 100)
        try stage.advance(frames: 1)
        try stage.advance(frames: 2)
        #expect(inner.done == ["start", "frames 1", "press left 1", "start", "frames 1", "frames 2"])
        #expect(stage.now == 130)
    }

    @Test func `goes on where the game stands when that lies on the way`() throws {
        let stage = RecallingStage(inner)
        try stage.start()
        try stage.advance(frames: 2)
        try stage.start()
        try stage.advance(frames: 2)
        try stage.press("left", times: 1)
        #expect(inner.done == ["start", "frames 2", "press left 1"])
        try stage.start()
        try stage.advance(frames: 2)
        _ = stage.picture()
        #expect(inner.done == ["start", "frames 2", "press left 1", "start", "frames 2"])
    }

    @Test func `remembers failures, and readings that it was not asked for before`() throws {
        let stage = RecallingStage(inner)
        inner.failures["click #a"] = StageFailure(.notFound, "no such element")
        for _ in 0..<2 {
            try stage.start()
            #expect(throws: StageFailure(.notFound, "no such element")) { try stage.click("#a") }
        }
        #expect(inner.done == ["start", "click #a"])
        #expect(stage.picture() == "piece at 1")
        #expect(inner.done == ["start", "click #a"])
    }
}
