import Foundation
import Subprocess
import Synchronization

/// Watches one worker from outside and stops it when a job takes more than it may.
final class WorkerWatch: Sendable {
    /// Why a worker was stopped.
    enum Stop: Sendable, Equatable {
        case time(seconds: Double)
        case processor(seconds: Double)
        case memory(megabytes: Double)
        case output(megabytes: Double)
    }

    /// What a job has used so far.
    struct Usage: Sendable, Equatable {
        var processorSeconds = 0.0
        var memoryMB = 0.0
        var peakMemoryMB = 0.0
    }

    private struct State {
        var usage = Usage()
        var start: ContinuousClock.Instant?
        var processorStart = 0.0
        var waitedStart = 0.0
        var stop: Stop?
    }

    static let interval = Duration.milliseconds(20)
    private let limits: WorkerLimits
    private let process: ProcessUsage
    private let state = Mutex(State())

    init(process: Int32, limits: WorkerLimits) {
        self.process = ProcessUsage(identifier: process)
        self.limits = limits
    }

    /// Why the worker was stopped; nil when it wasn't.
    var stop: Stop? { state.withLock { $0.stop } }
    var usage: Usage { state.withLock { $0.usage } }

    /// A job begins.
    func begin() {
        let processor = process.processorSeconds
        let waited = process.waitedSeconds
        state.withLock {
            $0 = State(start: .now, processorStart: processor, waitedStart: waited, stop: $0.stop)
        }
    }

    /// The job is over.
    func end() {
        look()
        state.withLock { $0.start = nil }
    }

    /// Notes that the worker has sent more than it may.
    func stopForOutput() {
        state.withLock { $0.stop = $0.stop ?? .output(megabytes: limits.outputMB) }
    }

    /// Looks at the worker every 20 ms until the task is cancelled; calls `kill` once.
    func run(kill: () -> Void) async {
        while !Task.isCancelled {
            look()
            if stop != nil { return kill() }
            try? await Task.sleep(for: Self.interval)
        }
    }

    private func look() {
        let memory = process.memoryMB
        let processor = process.processorSeconds
        let waited = process.waitedSeconds
        state.withLock { state in
            guard let start = state.start else { return }
            state.usage.memoryMB = memory
            state.usage.peakMemoryMB = max(state.usage.peakMemoryMB, memory)
            state.usage.processorSeconds = max(processor - state.processorStart, 0)
            guard state.stop == nil else { return }
            let elapsed = (ContinuousClock.now - start) / .seconds(1) - max(waited - state.waitedStart, 0)
            if memory > limits.memoryMB {
                state.stop = .memory(megabytes: memory)
            } else if let limit = limits.processorSeconds, state.usage.processorSeconds > limit {
                state.stop = .processor(seconds: limit)
            } else if elapsed > limits.wallSeconds {
                state.stop = .time(seconds: limits.wallSeconds)
            }
        }
    }
}
