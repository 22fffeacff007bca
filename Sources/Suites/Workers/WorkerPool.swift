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
    /// Is told what the user of the machine should know, each thing once.
    public var warn: @Sendable (String) -> Void = { _ in }
    /// Is told how long every job kept its worker.
    public var onHold: @Sendable (JobHold) -> Void = { _ in }

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
    ///   - stop: ends the run when it is given.
    ///   - finished: is told of every record as soon as it is there, in any order.
    ///   - onFile: gets the files that a worker sends before it sends the record, with the submission's id and their name.
    ///   - deliver: gets the records in order, with their jobs' numbers; false stops the run.
    /// - Throws: `CancellationError` when the run was stopped, after what was finished has been delivered.
    public func judge(
        _ total: Int, job: @escaping @Sendable (Int) throws -> WorkerJob, stop: StopSignal = StopSignal(), finished: @escaping @Sendable (ResultRecord) -> Void = { _ in },
        onFile: @escaping @Sendable (_ id: String, _ name: String, Data) -> Void = { _, _, _ in },
        deliver: (Int, ResultRecord) async throws -> Bool
    ) async throws {
        let (results, sink) = AsyncStream.makeStream(of: (Int, ResultRecord).self)
        let limits = limits
        @Sendable func finish(_ ticket: JobTicket, _ record: ResultRecord) {
            sink.yield((ticket.index, record))
            finished(record)
        }
        stop.onGiven { sink.finish() }
        let queue = JobQueue(count: total, job: job) { ticket in
            guard ticket.job.submission.defect != nil else { return true }
            finish(ticket, JobEnd.record(ofDefective: ticket.job))
            return false
        }
        let warnings = WarningList(warn)
        let process = WorkerProcess(command: command, limits: limits) { ticket, message in
            warnings.look(at: message)
            if case .file(let name, let data) = message { onFile(ticket.job.submission.id, name, data) }
        } onHold: { [onHold] in
            onHold($0)
        } onEnd: { ticket, result in
            finish(ticket, Self.record(of: ticket.job, result, limits: limits))
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
                    guard try await deliver(next, record) else {
                        group.cancelAll()
                        return
                    }
                    next += 1
                }
            }
            guard !stop.isGiven else {
                group.cancelAll()
                for (index, record) in waiting.sorted(by: { $0.key < $1.key }) { _ = try await deliver(index, record) }
                throw CancellationError()
            }
            try await group.waitForAll()
        }
    }

    /// Does one job.
    /// - Parameter onMessage: gets what the worker sends meanwhile.
    /// - Returns: the command's exit code.
    /// - Throws: ``WorkerFailure`` when the worker had to be stopped, died or could not do the job.
    public func perform(_ job: WorkerJob, onMessage: @escaping @Sendable (WorkerMessage) -> Void) async throws -> Int32 {
        guard case .done(let code) = try await answer(to: job, onMessage: onMessage) else {
            throw WorkerFailure(reason: "the worker gave an answer of another kind")
        }
        return code
    }

    /// Does one job.
    /// - Returns: the message that ends it, which isn't a failure.
    func answer(to job: WorkerJob, onMessage: @escaping @Sendable (WorkerMessage) -> Void = { _ in }) async throws -> WorkerMessage {
        let (ends, sink) = AsyncStream.makeStream(of: Result<WorkerMessage, WorkerProcess.JobFailure>.self)
        let process = WorkerProcess(command: command, limits: limits, onMessage: { onMessage($1) }) { sink.yield($1) }
        let queue = JobQueue(count: 0, job: { _ in job }, needsWorker: { _ in true })
        var ticket: JobTicket? = JobTicket(index: 0, job: job, attempt: .max)
        while let current = ticket { ticket = try await process.serve(current, from: queue) }
        sink.finish()
        for await end in ends {
            switch end {
            case .success(.failure(let reason)): throw WorkerFailure(reason: reason)
            case .success(let message): return message
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
