import Foundation
import Scenarios

/// The worker's side of the protocol: jobs from standard input, one at a time and in order, until it ends.
public struct WorkerLoop {
    private let tasks: any WorkerTasks
    private let output: WorkerOutput

    /// Prepares the process: from here on its standard output belongs to the protocol.
    public init(_ makeTasks: () throws -> any WorkerTasks) rethrows {
        output = WorkerOutput.reservingStandardOutput()
        Self.prepareProcess()
        tasks = try makeTasks()
    }

    /// Works until standard input ends.
    public func run() {
        var lines = DescriptorLines(descriptor: STDIN_FILENO)
        while let line = lines.next() {
            if line.allSatisfy({ $0 <= 32 }) { continue }
            output.send(answer(to: line))
        }
    }

    private func answer(to line: Data) -> WorkerMessage {
        do {
            let job = try JSONDecoder().decode(WorkerJob.self, from: line)
            return try perform(job)
        } catch let error as DecodingError {
            return .failure("the job is damaged: \(Self.reason(error))")
        } catch {
            return .failure("\(error)")
        }
    }

    private func perform(_ job: WorkerJob) throws -> WorkerMessage {
        let submission = job.submission
        switch job.order {
        case .judge(let order):
            let meter = UsageMeter()
            var record = try tasks.judge(submission, seed: job.seed, order: order, output: output)
            record.cpuSeconds = meter.cpuSeconds
            record.peakMemoryMB = meter.peakMemoryMB
            return .result(record)
        case .open(let order):
            return .done(exitCode: try tasks.open(submission, seed: job.seed, order: order, output: output))
        case .record(let order):
            return .done(exitCode: try tasks.record(submission, seed: job.seed, order: order, output: output))
        case .replay(let order):
            return .done(exitCode: try tasks.replay(submission, seed: job.seed, order: order, output: output))
        }
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "it has no \(key.stringValue)"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            ([context.codingPath.map(\.stringValue).joined(separator: ".")].filter { !$0.isEmpty } + [context.debugDescription])
                .joined(separator: ": ")
        @unknown default: "\(error)"
        }
    }

    // MARK: Process

    /// Nothing of the user's surroundings may show in a result, and a worker must not outlive its parent.
    private static func prepareProcess() {
        setenv("TZ", "UTC", 1)
        tzset()
        signal(SIGPIPE, SIG_IGN)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        let parent = getppid()
        // A game may keep the main thread for ever, so another one watches. The kernel's own parent-death signal
        // is of no use: it fires when the thread ends that started the worker, and threads come and go.
        Thread.detachNewThread {
            while getppid() == parent { usleep(250_000) }
            _exit(1)
        }
    }
}
