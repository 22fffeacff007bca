import Foundation
import Scenarios

/// Does jobs in worker processes, so that a game that hangs or eats memory takes nothing with it but its worker.
///
/// A submission's result is the same whatever the number of workers and whichever submissions went before it, and
/// results come in the order of the jobs.
public struct WorkerPool: Sendable {
    public let command: WorkerCommand
    public let count: Int
    public let limits: WorkerLimits

    /// - Parameter count: worker processes; by default as many as there are processors.
    public init(
        command: WorkerCommand = .own(), count: Int = ProcessInfo.processInfo.activeProcessorCount, limits: WorkerLimits = WorkerLimits()
    ) {
        precondition(count > 0, "a pool has at least one worker")
        self.command = command
        self.count = count
        self.limits = limits
        // A worker that dies while a job is written to it must not take the parent along.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Judges submissions.
    /// - Parameters:
    ///   - total: how many there are.
    ///   - job: makes the so-many-th job, when its turn comes.
    ///   - deliver: gets the records in order; false stops the run.
    public func judge(
        _ total: Int, job: @escaping @Sendable (Int) throws -> WorkerJob, deliver: (ResultRecord) throws -> Bool
    ) async throws {
        let (results, sink) = AsyncStream.makeStream(of: (Int, ResultRecord).self)
        let limits = limits
        let queue = JobQueue(count: total, job: job) { ticket in
            guard ticket.job.submission.defect != nil else { return true }
            sink.yield((ticket.index, JobEnd.record(ofDefective: ticket.job)))
            return false
        }
        let process = WorkerProcess(command: command, limits: limits, onMessage: { _, _ in }) { ticket, result in
            sink.yield((ticket.index, Self.record(of: ticket.job, result, limits: limits)))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { sink.finish() }
                try await self.work(queue, with: process)
            }
            var waiting: [Int: ResultRecord] = [:]
            var next = 0
            for await (index, record) in results {
                waiting[index] = record
                while let record = waiting.removeValue(forKey: next) {
                    next += 1
                    guard try deliver(record) else {
                        group.cancelAll()
                        return
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Does one job.
    /// - Parameter onMessage: gets what the worker sends meanwhile.
    /// - Returns: the command's exit code.
    /// - Throws: ``WorkerFailure`` when the worker had to be stopped, died or could not do the job.
    public func perform(_ job: WorkerJob, onMessage: @escaping @Sendable (WorkerMessage) -> Void) async throws -> Int32 {
        let (ends, sink) = AsyncStream.makeStream(of: Result<WorkerMessage, WorkerProcess.JobFailure>.self)
        let process = WorkerProcess(command: command, limits: limits, onMessage: { onMessage($1) }) { sink.yield($1) }
        let queue = JobQueue(count: 0, job: { _ in job }, needsWorker: { _ in true })
        var ticket: JobTicket? = JobTicket(index: 0, job: job, attempt: .max)
        while let current = ticket { ticket = try await process.serve(current, from: queue) }
        sink.finish()
        for await end in ends {
            switch end {
            case .success(.done(let code)): return code
            case .success(.failure(let reason)): throw WorkerFailure(reason: reason)
            case .success: throw WorkerFailure(reason: "the worker gave an answer of another kind")
            case .failure(let failure):
                throw WorkerFailure(reason: failure.end.sentence(limits: limits), isOfPage: failure.end.isOfGame(limits: limits))
            }
        }
        throw WorkerFailure(reason: "the worker gave no answer")
    }

    private func work(_ queue: JobQueue, with process: WorkerProcess) async throws {
        try await withThrowingTaskGroup(of: Void.self) { lanes in
            for _ in 0..<count {
                lanes.addTask {
                    var ticket = try queue.next()
                    while let current = ticket, !Task.isCancelled { ticket = try await process.serve(current, from: queue) }
                }
            }
            try await lanes.waitForAll()
        }
    }

    private static func record(
        of job: WorkerJob, _ result: Result<WorkerMessage, WorkerProcess.JobFailure>, limits: WorkerLimits
    ) -> ResultRecord {
        switch result {
        case .success(.result(let record)): record
        case .success(.failure(let reason)): JobEnd(cause: .failure(reason)).record(of: job, limits: limits)
        case .success: JobEnd(cause: .failure("the worker gave no record")).record(of: job, limits: limits)
        case .failure(let failure): failure.end.record(of: job, limits: limits)
        }
    }
}
