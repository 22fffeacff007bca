import ArgumentParser
import Foundation
import Scenarios
import Suites
import Traces

struct Shrink: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find a short input that still makes a game fail, and keep it as a scenario.",
        discussion: """
            Says after which of a trace's inputs the game fails first, then plays shorter and shorter parts of the input \
            for as long as it still fails. What is left is written as a scenario file, which playproof run repeats: a \
            regression test. A game fails where an expectation (as in scenario files) that held before is false, or where \
            it shows something else than another one that does it right.

            EXAMPLES
              playproof shrink game.trace --expect 'fullRows(board).length === 0' --output full-row.yaml
              playproof shrink game.trace --on broken.html --against fixed.html --output regression.yaml
            """)

    @Argument(help: "The trace file.")
    var trace: String

    @Option(name: .long, help: ArgumentHelp("An expectation that comes to be false.", valueName: "expression"))
    var expect: String?

    @Option(name: .long, help: ArgumentHelp("A submission that does it right.", valueName: "file"))
    var against: String?

    @Option(name: .long, help: ArgumentHelp("The submission that fails. By default the recorded one.", valueName: "file"))
    var on: String?

    @Option(name: .long, help: ArgumentHelp("The scenario file to write.", valueName: "file.yaml"))
    var output: String?

    @Option(name: .long, help: ArgumentHelp("A trace of the short session to write.", valueName: "trace"))
    var traceOutput: String?

    @Option(name: .long, help: ArgumentHelp("Sessions that are played at most.", valueName: "n"))
    var runs = 400

    @Option(name: .long, help: ArgumentHelp("Seconds that it may take.", valueName: "seconds"))
    var timeout = 300.0

    @Flag(name: .long, help: "Replace files that exist.")
    var force = false

    func validate() throws {
        guard (expect == nil) != (against == nil) else { throw ValidationError("Give either --expect with an expression, or --against with a submission.") }
        guard (1...100_000).contains(runs) else { throw ValidationError("--runs wants a number from 1 to 100000, as --runs 400.") }
        guard timeout > 0, timeout.isFinite else { throw ValidationError("--timeout wants a positive number of seconds, as --timeout 300.") }
    }

    func run() async throws {
        let data = try TraceFile.read(trace)
        let recorded = try TraceReader.read(data, path: trace, allowingCutOff: true)
        let submission = try RecordedSubmission.of(recorded.header, replacement: on, path: trace)
        var files: [String: OutputFile] = [:]
        if let output { files[ShrinkOrder.scenarioFile] = try OutputFile(output, force: force) }
        if let traceOutput { files[ShrinkOrder.traceFile] = try OutputFile(traceOutput, force: force) }
        let order = ShrinkOrder(trace: data, failure: try failure(), name: name, runs: runs)
        let job = WorkerJob(submission, seed: recorded.header.seed, order: .shrink(order))
        let code = try await WorkerSession(limits: WorkerLimits(wallSeconds: timeout)).perform(job, files: files)
        if code != 0 { throw ExitCode(code) }
        if let output { StandardStreams.note("written: \(output). Repeat it with playproof run \(output) --on FILE.") }
    }

    private func failure() throws -> ShrinkOrder.Failure {
        if let against { return .difference(from: try SubmissionReader().submission(at: against)) }
        let text = expect ?? ""
        if let problem = try ExpectationJudge().problem(in: text, names: ReadingNames.all + ReadingNames.helpers) {
            throw CommandFailure("--expect \(text): \(problem). Write it as in scenario files: piece === null || piece.left >= 0.")
        }
        return .expectation(text)
    }

    /// The scenario's name: that of its file.
    private var name: String {
        let file = output?.split(separator: "/").last.map(String.init) ?? "shrunk"
        let stem = file.split(separator: ".").first.map(String.init) ?? file
        let plain = stem.map { $0.isLetter || $0.isNumber ? $0 : "-" }
        return plain.first?.isLetter == true ? String(plain) : "shrunk-" + String(plain)
    }
}
