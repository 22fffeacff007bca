import Foundation

/// Runs contestants that are programs of their own: the workload as JSON on standard input, the measurement as JSON on
/// standard output. They time themselves, so that starting a process is not counted.
enum ExternalScript {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    static func measure(
        _ program: String, _ arguments: [String], _ workload: Workload, environment: [String: String] = [:]
    ) throws -> Measurement {
        let input = FileManager.default.temporaryDirectory.appending(path: "workload-\(UUID().uuidString).json")
        try JSONEncoder().encode(workload).write(to: input)
        defer { try? FileManager.default.removeItem(at: input) }
        let (status, output, complaint) = try launch(program, arguments + [input.path], environment)
        guard status == 0, let line = output.split(separator: "\n").last else {
            throw Failure(description: "ended with status \(status): \(complaint)")
        }
        return try JSONDecoder().decode(Measurement.self, from: Data(line.utf8))
    }

    static func succeeds(_ program: String, _ arguments: [String], environment: [String: String] = [:]) -> Bool {
        (try? launch(program, arguments, environment))?.status == 0
    }

    /// - Returns: the program's status, what it wrote, and what it complained about in one line.
    static func launch(
        _ program: String, _ arguments: [String], _ environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String, complaint: String) {
        let errors = FileManager.default.temporaryDirectory.appending(path: "errors-\(UUID().uuidString)")
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self), Self.complaint(in: try String(contentsOf: errors, encoding: .utf8)))
    }

    /// The last line that doesn't belong to a list of calls.
    private static func complaint(in errors: String) -> String {
        let lines = errors.split(separator: "\n").filter { $0.first?.isWhitespace == false }
        return lines.last.map(String.init) ?? "it said nothing"
    }
}
