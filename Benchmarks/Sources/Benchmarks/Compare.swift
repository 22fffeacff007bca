import ArgumentParser
import Foundation

/// Runs all contestants on all workloads and prints the table.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run all contestants on all workloads and print a table.",
        discussion: "Build the playproof command for release first; `make bench` does both.")

    @Option(help: "How often each contestant runs each workload.") var rounds = 5
    @Option(help: "Simulated seconds of a workload.") var seconds = 60.0
    @Option(help: "Folder of games, each in a folder with an index.html.") var games = "Tests/Fixtures/games"
    @Option(help: "The playproof command.") var playproof = ".build/release/playproof"
    @Option(name: .customLong("json"), help: "Write all figures to this file as JSON too.") var jsonFile: String?
    @Flag(help: "Leave out Chromium, which takes minutes.") var withoutChromium = false

    func validate() throws {
        guard FileManager.default.isExecutableFile(atPath: playproof) else {
            throw ValidationError("there is no command at \(playproof). Build it (swift build -c release) or name it with --playproof.")
        }
    }

    func run() throws {
        let folder = URL(filePath: games)
        let library = WorkloadLibrary(seconds: seconds)
        var report = BenchmarkReport(seconds: seconds)
        var present: [any Contestant.Type] = []
        for contestant in contestants where !(withoutChromium && contestant == PlaywrightContestant.self) {
            if let need = contestant.missing { report.missing[contestant.name] = need } else { present.append(contestant) }
        }
        for workload in try library.synthetic() + library.games(in: folder) {
            log("\(workload.name): \(rounds) rounds of \(present.map { $0.name }.joined(separator: ", "))")
            report.runs.append(PairedRuns(workload, rounds: rounds, contestants: present, run: Self.inOwnProcess))
        }
        log("the command: first frame, checks, suite")
        report.command = try CommandFigures(
            playproof: URL(filePath: playproof).path, page: Resource.url("light.html"), folders: [folder], rounds: rounds)
        print(report.table)
        if let jsonFile { try JSONEncoder().encode(report).write(to: URL(filePath: jsonFile), options: .atomic) }
    }

    private static func inOwnProcess(_ contestant: any Contestant.Type, _ workload: Workload) throws -> Measurement {
        guard contestant == PlayproofContestant.self || contestant == BareEngine.self else { return try contestant.run(workload) }
        return try ExternalScript.measure(CommandLine.arguments[0], ["contest", contestant.name], workload)
    }

    private func log(_ line: String) {
        FileHandle.standardError.write(Data("benchmarks: \(line)\n".utf8))
    }
}
