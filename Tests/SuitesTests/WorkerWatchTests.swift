import Foundation
import Testing

@testable import Suites

@Suite("The watch over a worker")
struct WorkerWatchTests {
    /// Over a process that isn't there: one that is may wait for a processor, which doesn't count.
    private let watch = WorkerWatch(process: .max, limits: WorkerLimits(wallSeconds: 0, memoryMB: .infinity))

    @Test func `stops a job that is over its time at two looks on end`() {
        watch.begin()
        watch.look()
        #expect(watch.stop == nil, "the look itself may have come late")
        watch.look()
        #expect(watch.stop == .time(seconds: 0))
        watch.begin()
        watch.look()
        #expect(watch.stop == .time(seconds: 0), "a worker that was stopped stays so")
    }

    @Test func `looks at no job that has ended`() {
        watch.begin()
        watch.end()
        for _ in 0..<3 { watch.look() }
        #expect(watch.stop == nil)
    }
}
