import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Work on threads")
struct OwnThreadTests {
    @Test func `gives back its result or its error`() async throws {
        #expect(try await OwnThread.run(secondsMax: 60, "adding") { 1 + 1 } == 2)
        await #expect(throws: CocoaError.self) { try await OwnThread.run(secondsMax: 60, "failing") { throw CocoaError(.featureUnsupported) } }
    }

    @Test func `is given up when it takes too long`() async throws {
        let failure = await #expect(throws: OwnThread.Overdue.self) { try await OwnThread.run(secondsMax: 1, "sleeping") { sleep(5) } }
        #expect(failure?.description == "sleeping was not done after 1 s")
    }

    @Test(.onOwnThread) func `is what tests do that say so`() {
        #expect(OwnThreadTrait.isInForce)
    }

    @Test func `runs no more at once than the gate lets through`() async throws {
        let gate = ProcessorGate(width: 2)
        let running = Running()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    await gate.pass {
                        running.change(by: 1)
                        try? await Task.sleep(for: .milliseconds(1))
                        running.change(by: -1)
                    }
                }
            }
        }
        #expect(running.most == 2)
    }

    /// How many run, and how many did at most.
    private final class Running: Sendable {
        private let counts = Mutex((now: 0, most: 0))

        var most: Int { counts.withLock { $0.most } }

        func change(by step: Int) {
            counts.withLock { $0 = ($0.now + step, max($0.most, $0.now + step)) }
        }
    }
}
