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
        /// When it came.
        var instant: ContinuousClock.Instant
        /// Virtual time of the page.
        var time: Double
        /// Processor seconds that the callbacks took for a virtual one.
        var slowness: Double
    }

    var cause: Cause
    /// The last thing that the worker was about to do.
    var stage = "loading the page"
    var time = 0.0
    var check: String?
    var findings: [Finding] = []
    var usage = WorkerWatch.Usage()
    var pulse: Pulse?
    /// Whether the game went on, at a speed that nobody would find slow, when the worker was stopped.
    private(set) var wasGoingOn = false
    /// Above this a game is slow in any browser: the simulated one takes a few times as long for the document as others.
    private static let slownessMax = 3.0
    /// Longer than one callback may take, even on a busy machine.
    private static let silenceMax = Duration.seconds(4)

    /// Notes that the worker has given no answer.
    mutating func stop(because cause: Cause) {
        self.cause = cause
        guard let pulse else { return }
        wasGoingOn = pulse.slowness < Self.slownessMax && ContinuousClock.now - pulse.instant < Self.silenceMax
    }

    /// What happened, for people.
    func sentence(limits: WorkerLimits) -> String {
        switch cause {
        case .stopped(.time(let seconds)): "\(stage) took more than \(shortNumber(seconds)) s and was stopped\(progress)"
        case .stopped(.processor(let seconds)): "\(stage) took more than \(shortNumber(seconds)) s of processor time and was stopped\(progress)"
        case .stopped(.memory): "\(stage) took more than \(shortNumber(limits.memoryMB)) MB of memory and was stopped"
        case .stopped(.output(let megabytes)): "\(stage) sent more than \(shortNumber(megabytes)) MB and was stopped"
        case .signal(let number): "the worker ended with signal \(number) while \(stage)"
        case .exit(let code): "the worker ended with exit code \(code) while \(stage)"
        case .failure(let reason): reason
        }
    }

    private var progress: String { wasGoingOn ? " while the game went on" : "" }

    /// So often may someone else kill the workers of a submission before it is given up.
    private static let killsMax = 20

    /// Whether a fresh worker might come to another end: the process was killed by someone else, or its memory was
    /// partly that of the submissions before.
    func deservesRetry(attempt: Int, isFreshWorker: Bool) -> Bool {
        switch cause {
        case .stopped(.memory): !isFreshWorker
        case .stopped, .failure: false
        case .signal(SIGKILL), .signal(SIGTERM), .signal(SIGINT): attempt < Self.killsMax
        case .signal, .exit: attempt < 1
        }
    }
}
