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
    @Option(help: "Submissions of the largest suite.") var suite = 1000
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
        log("growth with frames, calls and cells")
        report.growth = try growth()
        let page = Resource.url("calls.html"), command = URL(filePath: playproof).path
        log("loads of a page")
        report.load = try LoadCost.inOwnProcess(page)
        log("the command: first frame, whole checks")
        report.command = try CommandFigures(playproof: command, page: page, folders: [folder], rounds: rounds)
        log("suites of \(suiteSizes.map(String.init).joined(separator: " and "))")
        report.suite = try SuiteFigures(playproof: command, sizes: suiteSizes, repository: URL(filePath: "."))
        print(report.table)
        if let jsonFile { try JSONEncoder().encode(report).write(to: URL(filePath: jsonFile), options: .atomic) }
    }

    private var suiteSizes: [Int] { suite > 100 ? [suite / 10, suite] : [suite] }

    private func growth() throws -> [Growth] {
        func library(_ seconds: Double = 60) -> WorkloadLibrary { WorkloadLibrary(seconds: seconds) }
        let run = Self.inOwnProcess
        return [
            try Growth("by simulated seconds of 100 calls a frame", sizes: [15, 30, 60, 120], rounds: rounds, workload: { try library(Double($0)).drawing(calls: 100) }, run: run),
            try Growth("a minute by draw calls a frame", sizes: [100, 400, 1000, 2000], rounds: rounds, workload: { try library().drawing(calls: $0) }, run: run),
            try Growth("a minute by cells changed a frame", sizes: [50, 100, 200, 400], rounds: rounds, workload: { try library().changing(cells: $0) }, run: run),
        ]
    }

    private static func inOwnProcess(_ contestant: any Contestant.Type, _ workload: Workload) throws -> Measurement {
        guard contestant == PlayproofContestant.self || contestant == BareEngine.self else { return try contestant.run(workload) }
        return try ExternalScript.measure(CommandLine.arguments[0], ["contest", contestant.name], workload)
    }

    private func log(_ line: String) {
        FileHandle.standardError.write(Data("benchmarks: \(line)\n".utf8))
    }
}
