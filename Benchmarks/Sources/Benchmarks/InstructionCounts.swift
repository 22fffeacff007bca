import ArgumentParser
import Foundation

/// Counts the instructions that workloads take, which is the same on a busy machine as on a quiet one, and holds the counts
/// against those that were written down.
struct InstructionCounts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instructions", abstract: "Count the instructions of workloads by valgrind and compare them with the last counts.",
        discussion: "Ends with exit code 1 where a workload takes more instructions than before, beyond noise. Counts hold for one engine and one compiler.")

    @Option(help: "The counts to compare with.") var baseline = "Benchmarks/instructions.json"
    @Flag(help: "Write what was counted to the baseline's file.") var update = false
    @Option(help: "By what share counts differ from run to run.") var noise = 0.01

    /// Counts by workload, and what they hold for.
    struct Counts: Codable {
        var versions: [String]
        var instructions: [String: Int]
    }

    /// Virtual seconds: valgrind is some fifty times slower than the machine.
    private static let seconds = 5.0

    func validate() throws {
        guard ExternalScript.succeeds("valgrind", ["--version"]) else {
            throw ValidationError("valgrind isn't there, which counts the instructions. Install Debian's valgrind.")
        }
        guard update || FileManager.default.fileExists(atPath: baseline) else {
            throw ValidationError("there are no counts at \(baseline). Write them with --update, or name their file with --baseline.")
        }
    }

    func run() throws {
        let counted = Counts(versions: try Self.versions(), instructions: try counts())
        if update { return try write(counted) }
        let known = try JSONDecoder().decode(Counts.self, from: Data(contentsOf: URL(filePath: baseline)))
        guard known.versions == counted.versions else {
            print("instructions: \(baseline) holds for \(known.versions.joined(separator: ", ")), and here is \(counted.versions.joined(separator: ", ")): nothing is compared. Write new counts with --update.")
            return
        }
        let grown = counted.instructions.sorted { $0.key < $1.key }.filter { name, count in
            let before = known.instructions[name]
            let ratio = before.map { Double(count) / Double($0) }
            print("\(name): \(count / 1_000_000) million instructions, \(ratio.map { "\(Figure.text($0)) times as many as before" } ?? "none known from before")")
            return (ratio ?? 1) > 1 + noise
        }
        guard grown.isEmpty else {
            print("instructions: more than before, beyond noise: \(grown.map(\.key).joined(separator: ", "))")
            throw ExitCode(1)
        }
        print("instructions: no workload takes more than before")
    }

    private func counts() throws -> [String: Int] {
        let library = WorkloadLibrary(seconds: Self.seconds)
        let idle = Workload(name: "load", html: try Resource.text("calls.html"), seconds: 0, inputs: [])
        let program = try Self.withoutDebugInformation()
        defer { try? FileManager.default.removeItem(atPath: program) }
        return try [idle, library.drawing(calls: 400), library.changing(cells: 200)].reduce(into: [:]) { counts, workload in
            counts[workload.name] = try count(workload, in: program)
        }
    }

    /// Instructions of a process that runs a workload once.
    private func count(_ workload: Workload, in program: String) throws -> Int {
        let folder = FileManager.default.temporaryDirectory
        let input = folder.appending(path: "workload-\(UUID().uuidString).json"), profile = folder.appending(path: "profile-\(UUID().uuidString)")
        defer { for file in [input, profile] { try? FileManager.default.removeItem(at: file) } }
        try JSONEncoder().encode(workload).write(to: input)
        let arguments = [
            "--tool=callgrind", "--callgrind-out-file=\(profile.path)", program, "contest", PlayproofContestant.name, input.path,
        ]
        // Hashing with a seed of its own in every process would make other tables each time.
        let run = try ExternalScript.launch("valgrind", arguments, ["SWIFT_DETERMINISTIC_HASHING": "1"])
        guard run.status == 0, let total = try Self.total(in: String(contentsOf: profile, encoding: .utf8)) else {
            throw ExternalScript.Failure(description: "valgrind ended with status \(run.status) on \(workload.name): \(run.complaint)")
        }
        return total
    }

    /// This program as valgrind can read it, beside itself, where its resources are.
    private static func withoutDebugInformation() throws -> String {
        let program = CommandLine.arguments[0] + "-stripped"
        guard ExternalScript.succeeds("strip", ["--strip-debug", "-o", program, CommandLine.arguments[0]]) else {
            throw ExternalScript.Failure(description: "strip can't write \(program). Install Debian's binutils.")
        }
        return program
    }

    /// The number behind `totals:` of callgrind's output.
    private static func total(in profile: String) -> Int? {
        profile.split(separator: "\n").last { $0.hasPrefix("totals:") }.flatMap { Int($0.dropFirst("totals:".count).trimmingCharacters(in: .whitespaces)) }
    }

    /// What makes other counts of the same source.
    private static func versions() throws -> [String] {
        let engine = try ExternalScript.launch("pkg-config", ["--modversion", "javascriptcoregtk-4.1"]).output
        let compiler = try ExternalScript.launch("swift", ["--version"]).output.split(separator: "\n").first { $0.contains("Swift version") }
        return ["JavaScriptCore \(engine.trimmingCharacters(in: .whitespacesAndNewlines))", compiler.map(String.init) ?? "Swift"]
    }

    private func write(_ counts: Counts) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try (encoder.encode(counts) + Data("\n".utf8)).write(to: URL(filePath: baseline), options: .atomic)
        print("instructions: wrote \(baseline)")
    }
}
