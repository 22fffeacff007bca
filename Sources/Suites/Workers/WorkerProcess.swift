import Foundation
import Subprocess
import SystemPackage

/// The life of one worker process: it does jobs until there are none, it is worn, or it comes to a bad end.
struct WorkerProcess {
    let command: WorkerCommand
    let limits: WorkerLimits
    /// Gets every message of a job but its end.
    let onMessage: @Sendable (JobTicket, WorkerMessage) -> Void
    /// Gets how long a job has kept this process.
    var onHold: @Sendable (JobHold) -> Void = { _ in }
    /// Gets how a job ended.
    let onEnd: @Sendable (JobTicket, Result<WorkerMessage, JobFailure>) -> Void

    struct JobFailure: Error {
        var end: JobEnd
    }

    /// - Returns: the job to go on with in a fresh process; nil when all are done.
    func serve(_ first: JobTicket, from queue: JobQueue) async throws -> JobTicket? {
        var current: JobTicket? = first
        var served = 0
        var broken: (end: JobEnd, watch: WorkerWatch)?
        let outcome = try await Subprocess.run(
            .path(FilePath(command.executable)), arguments: Arguments(command.arguments),
            environment: .custom(Dictionary(uniqueKeysWithValues: command.environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })),
            platformOptions: Self.platformOptions, input: .inputWriter, output: .sequence, error: .discarded
        ) { execution in
            let watch = WorkerWatch(process: Int32(execution.processIdentifier.value), limits: limits)
            let watching = Task { await watch.run { try? execution.send(signal: .kill) } }
            defer { watching.cancel() }
            var messages = WorkerMessages(execution.standardOutput, watch: watch, outputMB: limits.outputMB)
            while let ticket = current {
                watch.begin()
                try await Self.send(ticket.job, to: execution.standardInputWriter)
                var end = JobEnd(cause: .exit(0))
                let answer = await answer(to: ticket, from: &messages, watch: watch, noting: &end)
                watch.look()
                end.usage = watch.usage
                guard let answer else {
                    if let stop = watch.stop { end.stop(because: .stopped(stop)) }
                    broken = (end, watch)
                    try? execution.send(signal: .kill)
                    return
                }
                onHold(watch.hold(of: ticket.job.submission.id))
                watch.end()
                onEnd(ticket, .success(answer))
                served += 1
                current = try queue.next()
                if served >= WorkerLimits.jobsPerWorker || watch.usage.memoryMB > limits.reuseMemoryMB { break }
            }
            watch.begin()
            try? await execution.standardInputWriter.finish()
            while await messages.next() != nil {}
        }
        guard let ticket = current, let broken else { return current }
        onHold(broken.watch.hold(of: ticket.job.submission.id))
        var end = broken.end
        if case .exit = end.cause { end.cause = Self.cause(outcome.terminationStatus) }
        if end.deservesRetry(attempt: ticket.attempt, isFreshWorker: served == 0, limits: limits) {
            var again = ticket
            again.attempt += 1
            return again
        }
        onEnd(ticket, .failure(JobFailure(end: end)))
        return try queue.next()
    }

    /// In a process group of its own, so that Ctrl-C reaches the parent alone, which ends its workers in order.
    private static var platformOptions: PlatformOptions {
        var options = PlatformOptions()
        options.processGroupID = 0
        return options
    }

    /// Writes a job. A worker that can't take it has died or will be stopped, which the reading side sees.
    private static func send(_ job: WorkerJob, to writer: StandardInputWriter) async throws {
        var line = try JSONEncoder().encode(job)
        line.append(UInt8(ascii: "\n"))
        _ = try? await writer.write([UInt8](line))
    }

    /// The message that ends the job; nil when the worker's output ends without one.
    private func answer(
        to ticket: JobTicket, from messages: inout WorkerMessages, watch: WorkerWatch, noting end: inout JobEnd
    ) async -> WorkerMessage? {
        while let message = await messages.next() {
            if message.endsJob { return message }
            switch message {
            case .stage(let stage, let time, let check): (end.stage, end.time, end.check) = (stage, time, check)
            case .check(let finding): end.findings.append(finding)
            case .decided(let record): end.decided = record
            case .alive(_, let slowness, let processor): end.pulse = JobEnd.Pulse(processor: processor, slowness: slowness)
            case .file(_, let data) where Double(data.count) > limits.traceMB * 1_000_000:
                watch.stopForTrace()
                return nil
            default: break
            }
            onMessage(ticket, message)
        }
        return nil
    }

    private static func cause(_ status: TerminationStatus) -> JobEnd.Cause {
        switch status {
        case .exited(let code): .exit(code)
        case .signaled(let number): .signal(number)
        }
    }
}
