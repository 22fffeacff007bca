import Foundation

/// How a worker process is started.
public struct WorkerCommand: Sendable, Equatable {
    public var executable: String
    public var arguments: [String]
    public var environment: [String: String]

    public init(executable: String, arguments: [String] = ["worker"], environment: [String: String] = WorkerCommand.environment()) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
    }

    /// The running executable with the argument `worker`.
    public static func own() -> WorkerCommand {
        let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return WorkerCommand(executable: path ?? CommandLine.arguments[0])
    }

    /// Nothing of the user's environment but what the program needs to find its parts: results depend on nothing else.
    public static func environment(from own: [String: String] = ProcessInfo.processInfo.environment) -> [String: String] {
        var environment = own.filter { ["PATH", "LD_LIBRARY_PATH", "PLAYPROOF_SCENARIOS"].contains($0.key) }
        environment["TZ"] = "UTC"
        environment["LC_ALL"] = "C.UTF-8"
        // A crash is reported by the parent; the runtime's own report takes seconds.
        environment["SWIFT_BACKTRACE"] = "enable=no"
        return environment
    }
}
