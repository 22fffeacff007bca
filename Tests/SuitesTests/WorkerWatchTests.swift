import Foundation
import Testing

@testable import Suites

@Suite("The watch over a worker")
struct WorkerWatchTests {
    @Test func `stops a job that is over its time at two looks on end`() {
        let watch = WorkerWatch(process: getpid(), limits: WorkerLimits(wallSeconds: 0, memoryMB: .infinity))
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
        let watch = WorkerWatch(process: getpid(), limits: WorkerLimits(wallSeconds: 0, memoryMB: .infinity))
        watch.begin()
        watch.end()
        for _ in 0..<3 { watch.look() }
        #expect(watch.stop == nil)
    }
}
