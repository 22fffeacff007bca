import ArgumentParser
import Foundation
import Suites
import Traces

struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play a trace again and say what differs.",
        discussion: """
            Says that everything is the same, or where the first difference is: the frame, the page's time, and both \
            playfields. The exit code is 0 when everything is the same and 1 when not.

            EXAMPLES
              playproof replay game.trace
              playproof replay game.trace --on fixed.html
            """)

    @Argument(help: "The trace file.")
    var trace: String

    @Option(name: .long, help: ArgumentHelp("Replay the input on this submission instead of the recorded one.", valueName: "file"))
    var on: String?

    @OptionGroup var limits: LimitOptions

    func run() async throws {
        let data = try TraceFile.read(trace)
        let header = try TraceReader.read(data, path: trace).header
        let submission = try submission(recordedIn: header)
        let job = WorkerJob(submission, seed: header.seed, order: .replay(ReplayOrder(trace: data)))
        let code = try await WorkerSession(limits: limits.limits).perform(job)
        if code != 0 { throw ExitCode(code) }
    }

    private func submission(recordedIn header: TraceHeader) throws -> Submission {
        if let on { return try SubmissionReader().submission(at: on) }
        guard let page = SessionReplay.page(of: header) else {
            throw CommandFailure("the trace holds no page: \(trace). Give the submission with --on FILE.")
        }
        return Submission(id: trace, source: trace, page: page)
    }
}
