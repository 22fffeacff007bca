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
        let (status, output) = try launch(program, arguments + [input.path], environment)
        guard status == 0, let line = output.split(separator: "\n").last else {
            throw Failure(description: "\(program) ended with status \(status) on \(workload.name)")
        }
        return try JSONDecoder().decode(Measurement.self, from: Data(line.utf8))
    }

    static func succeeds(_ program: String, _ arguments: [String], environment: [String: String] = [:]) -> Bool {
        (try? launch(program, arguments, environment))?.status == 0
    }

    static func launch(
        _ program: String, _ arguments: [String], _ environment: [String: String] = [:], standardInput: URL? = nil
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        if let standardInput { process.standardInput = try FileHandle(forReadingFrom: standardInput) }
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
