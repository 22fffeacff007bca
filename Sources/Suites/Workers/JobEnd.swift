import Foundation
import Scenarios

/// How a job ended whose worker gave no answer, and what is known of it.
struct JobEnd: Sendable {
    /// What became of the worker.
    enum Cause: Sendable, Equatable {
        case stopped(WorkerWatch.Stop)
        case signal(Int32)
        case exit(Int32)
        /// The worker itself said why it can't do the job.
        case failure(String)
    }

    /// A sign that the game's callbacks come to their ends.
    struct Pulse: Sendable {
        /// Processor seconds that the worker had used by then.
        var processor: Double
        /// Processor seconds that the callbacks took for a virtual one.
        var slowness: Double
    }

    var cause: Cause
    /// The last thing that the worker was about to do.
    var stage = "loading the page"
    var time = 0.0
    /// The check that was at stake; nil when there was none.
    var check: String?
    var findings: [Finding] = []
    /// The record once all must checks were judged; nil before.
    var decided: ResultRecord?
    /// Whether every check was judged, so that only a recording of the game was still wanted.
    var isJudged: Bool { decided != nil && check == nil }
    var usage = WorkerWatch.Usage()
    var pulse: Pulse?
    /// Whether the game went on, at a speed that nobody would find slow, when the worker was stopped.
    private(set) var wasGoingOn = false
    /// Above this a game is slow in any browser: the simulated one takes a few times as long for the document as others.
    private static let slownessMax = 3.0
    /// More processor seconds than one callback may take. What the clock says tells nothing: on a busy machine the worker
    /// waits for its turn, and so does the parent that reads its messages.
    private static let silenceMax = 4.0

    /// Notes that the worker has given no answer.
    mutating func stop(because cause: Cause) {
        self.cause = cause
        guard let pulse else { return }
        wasGoingOn = pulse.slowness < Self.slownessMax && usage.processorTotal - pulse.processor < Self.silenceMax
    }

    /// What happened, for people.
    func sentence(limits: WorkerLimits) -> String {
        switch cause {
        case .stopped(.time(let seconds)): "\(stage) took more than \(shortNumber(seconds)) s and was stopped\(progress)"
        case .stopped(.processor(let seconds)): "\(stage) took more than \(shortNumber(seconds)) s of processor time and was stopped\(progress)"
        case .stopped(.memory): "\(stage) took more than \(shortNumber(limits.memoryMB)) MB of memory and was stopped"
        case .stopped(.output(let megabytes)): "\(stage) sent more than \(shortNumber(megabytes)) MB and was stopped"
        case .stopped(.trace(let megabytes)): "\(stage) made a trace of more than \(shortNumber(megabytes)) MB and was stopped"
        case .signal(let number): "the worker ended with signal \(number) while \(stage)"
        case .exit(let code): "the worker ended with exit code \(code) while \(stage)"
        case .failure(let reason): reason
        }
    }

    private var progress: String { wasGoingOn ? " while the game went on" : "" }

    /// So often may someone else kill the workers of a submission before it is given up, and so often where they held so
    /// much memory that the kernel may have killed them for it.
    private static let killsMax = 1000, heavyKillsMax = 10

    /// Whether a fresh worker might come to another end: the process was killed by someone else, or its memory was
    /// partly that of the submissions before.
    func deservesRetry(attempt: Int, isFreshWorker: Bool, limits: WorkerLimits) -> Bool {
        let isHeavy = usage.peakMemoryMB > limits.memoryMB / 2
        return switch cause {
        case .stopped(.memory): !isFreshWorker
        case .stopped, .failure: false
        case .signal(SIGKILL), .signal(SIGTERM), .signal(SIGINT): attempt < (isHeavy ? Self.heavyKillsMax : Self.killsMax)
        case .signal, .exit: attempt < 1
        }
    }
}
