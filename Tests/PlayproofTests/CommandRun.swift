import Foundation
import TestSupport

/// A run of the built `playproof` in a folder of its own, which is removed with it.
final class CommandRun: Sendable {
    typealias Outcome = ChildProcess.Outcome

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "playproof-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The executable that `PLAYPROOF_EXECUTABLE` names, or the one that the build puts beside the tests.
    static let executable: URL = {
        if let path = ProcessInfo.processInfo.environment["PLAYPROOF_EXECUTABLE"] { return URL(fileURLWithPath: path).absoluteURL }
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "playproof")
        let candidates = [tests.deletingLastPathComponent().appending(path: "playproof"), beside]
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? beside
    }()

    func write(_ name: String, _ text: String) throws {
        try write(name, Data(text.utf8))
    }

    func write(_ name: String, _ data: Data) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func read(_ name: String) -> String? {
        try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    /// Runs `playproof` with these arguments.
    func callAsFunction(_ arguments: String..., input: String = "") async throws -> Outcome {
        var command = ChildProcess(Self.executable.path, arguments, in: folder)
        command.input = Data(input.utf8)
        return try await command.run()
    }

    /// Runs `playproof` with these arguments.
    func run(_ arguments: [String]) async throws -> Outcome {
        try await ChildProcess(Self.executable.path, arguments, in: folder).run()
    }

    /// Runs a shell line in which `playproof` is the command, in a session of its own.
    func shell(_ line: String, secondsMax: Double = ChildProcess.patience) async throws -> Outcome {
        var shell = ChildProcess("/bin/bash", ["-c", "playproof() { '\(Self.executable.path)' \"$@\"; }; " + line], in: folder)
        shell.secondsMax = secondsMax
        return try await shell.run()
    }
}
