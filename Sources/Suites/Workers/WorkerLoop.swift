import Foundation
import Scenarios

/// The worker's side of the protocol: jobs from standard input, one at a time and in order, until it ends.
public struct WorkerLoop {
    private let tasks: any WorkerTasks
    private let output: WorkerOutput
    private let meter = UsageMeter()
    /// Why the process keeps rights that it doesn't need; nil when it has given them up.
    private let openness: String?

    /// Prepares the process: from here on its standard output belongs to the protocol, and it can open no file, make no
    /// connection and start no program.
    public init(_ makeTasks: () throws -> any WorkerTasks) throws {
        output = WorkerOutput.reservingStandardOutput()
        Self.prepareProcess()
        tasks = try makeTasks()
        try tasks.prepare()
        openness = Sandbox.enter()
    }

    /// Works until standard input ends.
    public func run() {
        if let openness {
            output.send(.warning("this kernel doesn't let workers give up their rights (\(openness)); games run without that protection"))
        }
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
            try tasks.prepare(for: order)
            meter.restart()
            var record = try tasks.judge(submission, seed: job.seed, order: order, output: output)
            record.cpuSeconds = meter.cpuSeconds
            record.peakMemoryMB = meter.peakMemoryMB
            record.describe(submission)
            return .result(record)
        case .open(let order):
            return .done(exitCode: try tasks.open(submission, seed: job.seed, order: order, output: output))
        case .record(let order):
            return .done(exitCode: try tasks.record(submission, seed: job.seed, order: order, output: output))
        case .replay(let order):
            return .done(exitCode: try tasks.replay(submission, seed: job.seed, order: order, output: output))
        case .rights:
            return .done(exitCode: tellRights())
        case .render(let order):
            return .done(exitCode: try tasks.render(submission, seed: job.seed, order: order, output: output))
        case .shrink(let order):
            return .done(exitCode: try tasks.shrink(submission, seed: job.seed, order: order, output: output))
        case .play(let order):
            return .done(exitCode: try tasks.play(submission, seed: job.seed, order: order, output: output))
        case .repair:
            return .repairs(try tasks.repairs(of: submission))
        }
    }

    /// - Returns: 0 when everything that was tried was refused.
    private func tellRights() -> Int32 {
        let results = RightsCheck.results()
        for (attempt, error) in results { output.send(.output("\(attempt): \(error == EACCES ? "refused" : "NOT refused")")) }
        return results.allSatisfy { $0.error == EACCES } ? 0 : 1
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
        // Whoever starts playproof with nice means its workers too, but the threads that start them have a priority of
        // their own.
        let process = __priority_which_t(PRIO_PROCESS.rawValue)
        setpriority(process, 0, getpriority(process, id_t(getppid())))
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
