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
        case trace(megabytes: Double)
    }

    /// What a job has used so far.
    struct Usage: Sendable, Equatable {
        var processorSeconds = 0.0
        /// That of the jobs before, too.
        var processorTotal = 0.0
        var memoryMB = 0.0
        var peakMemoryMB = 0.0
    }

    private struct State {
        var usage = Usage()
        var start: ContinuousClock.Instant?
        var processorStart = 0.0
        var waitedStart = 0.0
        /// What copies of the worker have waited for a processor, by their process.
        var copiesWaited: [Int32: Double] = [:]
        /// Seconds of the job when it was last seen within its limits.
        var secondsWithin = 0.0
        /// Whether the last look found the job over its limit of time.
        var isOverdue = false
        /// What the worker had waited at the last look.
        var waited = 0.0
        var stop: Stop?

        /// Seconds of the job, without those in which the worker or a copy of it waited for a processor.
        var seconds: Double {
            let idle = max(waited - waitedStart, 0) + copiesWaited.values.reduce(0, +)
            return start.map { (ContinuousClock.now - $0) / .seconds(1) - idle } ?? 0
        }
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
            $0 = State(start: .now, processorStart: processor, waitedStart: waited, waited: waited, stop: $0.stop)
        }
    }

    /// How long the job has kept its worker, at the job's end or when the worker is gone.
    func hold(of id: String) -> JobHold {
        state.withLock { state in
            let seconds = state.seconds
            return JobHold(id: id, seconds: seconds, secondsBeyond: state.stop.map { _ in seconds - state.secondsWithin })
        }
    }

    /// The job was answered.
    func end() {
        state.withLock { $0.start = nil }
    }

    /// Notes that the worker has sent more than it may.
    func stopForOutput() {
        state.withLock { $0.stop = $0.stop ?? .output(megabytes: limits.outputMB) }
    }

    /// Notes that the worker has sent a trace that is larger than it may be.
    func stopForTrace() {
        state.withLock { $0.stop = $0.stop ?? .trace(megabytes: limits.traceMB) }
    }

    /// Looks at the worker every 20 ms until the task is cancelled; calls `kill` once. A worker that is killed may have to
    /// wait for a processor to end on, so that it is looked at further.
    func run(kill: () -> Void) async {
        var isKilled = false
        while !Task.isCancelled {
            look()
            if !isKilled, stop != nil {
                kill()
                isKilled = true
            }
            try? await Task.sleep(for: Self.interval)
        }
    }

    /// Reads what the worker uses by now. A copy that it has made of itself (fork(2)) holds all that it holds, and uses time
    /// in its stead.
    func look() {
        let copies = process.children
        let memory = copies.reduce(process.memoryMB) { max($0, $1.memoryMB) }
        let processor = copies.reduce(process.processorSeconds) { $0 + $1.processorSeconds }
        let waited = process.waitedSeconds
        let copiesWaited = copies.map { ($0.identifier, $0.waitedSeconds) }
        state.withLock { state in
            guard state.start != nil else { return }
            state.usage.memoryMB = memory
            state.usage.peakMemoryMB = max(state.usage.peakMemoryMB, memory)
            state.usage.processorTotal = max(state.usage.processorTotal, processor)
            state.usage.processorSeconds = max(processor - state.processorStart, state.usage.processorSeconds)
            state.waited = max(state.waited, waited)
            for (copy, seconds) in copiesWaited { state.copiesWaited[copy] = max(state.copiesWaited[copy] ?? 0, seconds) }
            guard state.stop == nil else { return }
            let elapsed = state.seconds
            if memory > limits.memoryMB {
                state.stop = .memory(megabytes: memory)
            } else if let limit = limits.processorSeconds, state.usage.processorSeconds > limit {
                state.stop = .processor(seconds: limit)
            } else if elapsed > limits.wallSeconds {
                // A look may come late because this process waits for a processor, and then the answer may be there and not
                // yet read. By the next look it is.
                if state.isOverdue { state.stop = .time(seconds: limits.wallSeconds) }
                state.isOverdue = true
            } else {
                state.secondsWithin = elapsed
            }
        }
    }
}
