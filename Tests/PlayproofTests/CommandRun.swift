import Foundation

/// A run of the built `playproof` in a folder of its own, which is removed with it.
final class CommandRun {
    struct Outcome {
        var exitCode: Int32
        var output: String
        var errors: String
    }

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
    func callAsFunction(_ arguments: String..., input: String = "") throws -> Outcome {
        try run(Self.executable.path, arguments, input: input)
    }

    func run(_ arguments: [String]) throws -> Outcome {
        try run(Self.executable.path, arguments, input: "")
    }

    /// Runs a shell line in which `playproof` is the command.
    func shell(_ line: String) throws -> Outcome {
        try run("/bin/bash", ["-c", "playproof() { '\(Self.executable.path)' \"$@\"; }; " + line], input: "")
    }

    /// Output goes through files, so that no pipe can fill up while the other is read.
    private func run(_ executable: String, _ arguments: [String], input: String) throws -> Outcome {
        let capture = FileManager.default.temporaryDirectory.appending(path: "playproof-capture-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: capture, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: capture) }
        func file(_ name: String, _ text: String = "") throws -> URL {
            let url = capture.appending(path: name)
            try Data(text.utf8).write(to: url)
            return url
        }
        let (inputFile, outputFile, errorFile) = (try file("in", input), try file("out"), try file("err"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            exitCode: process.terminationStatus, output: try String(contentsOf: outputFile, encoding: .utf8),
            errors: try String(contentsOf: errorFile, encoding: .utf8))
    }
}
