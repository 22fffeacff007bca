import CProcess
import Foundation

/// A program that a test runs, with an end that is certain.
///
/// It gets a session of its own and no descriptor but its three streams, which are files, so that it and the test runner
/// can't wait for each other. When it has ended, or took too long, nothing of its session goes on.
public struct ChildProcess: Sendable {
    /// Seconds that a program may take unless something else is said: far more than any needs, and far less than a test run.
    public static let patience = 600.0

    public var executable: String
    public var arguments: [String]
    /// The folder that it is started in.
    public var folder: URL
    public var input = Data()
    /// What is added to the environment of the test run.
    public var environment: [String: String] = [:]
    /// The device of a terminal that is to be its three streams; what it writes is to be read there, then.
    public var terminal: String?
    /// Seconds after which it is killed.
    public var secondsMax = ChildProcess.patience

    public init(_ executable: String, _ arguments: [String], in folder: URL) {
        self.executable = executable
        self.arguments = arguments
        self.folder = folder
    }

    /// How a program ended, and what it wrote.
    public struct Outcome: Sendable {
        /// 128 and the signal's number when a signal ended it, as a shell tells it.
        public var exitCode: Int32
        public var output: String
        public var errors: String
        /// From its start to its end, without the time in which it waited for its turn.
        public var seconds: Double
    }

    /// A program that could not be started or did not come to an end.
    public struct Failure: Error, CustomStringConvertible {
        public var description: String
    }

    /// Runs it when a processor is free.
    /// - Throws: ``Failure``, with what it was and what it had written.
    public func run() async throws -> Outcome {
        // Its own limit comes first; the thread's is for what should not be possible.
        try await OwnThread.run(secondsMax: secondsMax + 60, name) { try runToEnd() }
    }

    private var name: String { URL(fileURLWithPath: executable).lastPathComponent }

    private func runToEnd() throws -> Outcome {
        let streams = try ChildStreams(input: input, terminal: terminal)
        defer { streams.remove() }
        let start = ContinuousClock.now
        let leader = try spawn(streams)
        let session = ProcessSession(leader: leader)
        let isInTime = Self.hasEnded(leader, within: secondsMax)
        // As long as its leader isn't reaped no other process gets its number.
        session.kill()
        let exitCode = Self.reap(leader)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let (output, errors) = (streams.output, streams.errors)
        guard isInTime else {
            throw Failure(description: "\(commandLine) was killed after \(Int(secondsMax)) s\(Self.tail("output", output))\(Self.tail("errors", errors))")
        }
        return Outcome(exitCode: exitCode, output: output, errors: errors, seconds: seconds)
    }

    private var commandLine: String { ([executable] + arguments).joined(separator: " ") }

    private static func tail(_ name: String, _ text: String) -> String {
        text.isEmpty ? "; no \(name)" : "; the end of its \(name):\n\(text.suffix(2000))\n"
    }

    /// - Returns: the process, which leads a session of its own.
    private func spawn(_ streams: ChildStreams) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addchdir_np(&actions, folder.path)
        for (descriptor, stream) in streams.all.enumerated() {
            posix_spawn_file_actions_addopen(&actions, Int32(descriptor), stream.path, stream.flags, 0)
        }
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What the test runner ignores or blocks is nothing to its children.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | Self.newSession)
        let argumentsAndEnd = ([executable] + arguments).map { strdup($0) } + [nil]
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let variablesAndEnd = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in argumentsAndEnd + variablesAndEnd { free(text) } }
        var process = pid_t()
        let error = posix_spawn(&process, executable, &actions, &attributes, argumentsAndEnd, variablesAndEnd)
        guard error == 0 else { throw Failure(description: "\(commandLine) can't be started: \(String(cString: strerror(error)))") }
        return process
    }

    /// `POSIX_SPAWN_SETSID`, which glibc shows to GNU programs only.
    private static let newSession: Int16 = 0x80

    /// Waits for a process without reaping it.
    private static func hasEnded(_ process: pid_t, within seconds: Double) -> Bool {
        let end = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            var status = siginfo_t()
            while waitid(P_PID, id_t(process), &status, WEXITED | WNOWAIT) != 0, errno == EINTR {}
            end.signal()
        }
        return end.wait(timeout: .now() + seconds) == .success
    }

    private static func reap(_ process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
