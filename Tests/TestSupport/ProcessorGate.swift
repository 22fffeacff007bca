import Foundation
import Synchronization

/// Lets at most as many pieces of work run at once as there are processors, first come, first served. Who waits blocks no
/// thread.
public final class ProcessorGate: Sendable {
    /// The gate of this test run, for child processes and for long work on threads alike.
    public static let shared = ProcessorGate(width: ProcessInfo.processInfo.activeProcessorCount)

    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    /// - Parameter width: how many may pass at once.
    public init(width: Int) {
        state = Mutex(State(free: width))
    }

    /// Runs `body` when its turn comes. It must not wait for others that have to pass this gate.
    public func pass<Result: Sendable>(_ body: @Sendable () async throws -> Result) async rethrows -> Result {
        await enter()
        defer { leave() }
        return try await body()
    }

    private func enter() async {
        await withCheckedContinuation { continuation in
            let mayPass = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if mayPass { continuation.resume() }
        }
    }

    private func leave() {
        let next = state.withLock { state in
            if state.waiting.isEmpty {
                state.free += 1
                return nil as CheckedContinuation<Void, Never>?
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}
