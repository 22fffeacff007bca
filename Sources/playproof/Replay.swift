import ArgumentParser
import Foundation
import Suites
import Synchronization
import Traces

struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play a trace again and say what differs.",
        discussion: """
            Says that everything is the same, or where the first difference is: the frame, the page's time, both \
            playfields, the inputs around it, and the source of an error that was not there. The exit code is 0 when \
            everything is the same and 1 when not.

            EXAMPLES
              playproof replay game.trace
              playproof replay game.trace --on fixed.html
              playproof replay game.trace --on fixed.html --keep-going
              playproof replay game.trace --on fixed.html --output fixed.trace
              playproof replay game.trace --speed 2
            """)

    @Argument(help: "The trace file.")
    var trace: String

    @Option(name: .long, help: ArgumentHelp("Replay the input on this submission instead of the recorded one.", valueName: "file"))
    var on: String?

    @Flag(name: .long, help: "List all differences: after each, go on where both show the same again.")
    var keepGoing = false

    @Option(name: .long, help: ArgumentHelp("Show the playfield in the terminal meanwhile, so many times as fast as a person would see it.", valueName: "factor"))
    var speed: Double?

    @Option(name: .long, help: ArgumentHelp("Write the replay as a trace, as for playproof diff --html.", valueName: "trace"))
    var output: String?

    @Flag(name: .long, help: "Replace a trace that exists.")
    var force = false

    @Flag(name: .long, help: "The submission given with --on is another one than the recorded, of which the trace has only the digest.")
    var changed = false

    @Flag(name: .long, help: "Replay a trace that was cut off, as far as it goes.")
    var cutOff = false

    @OptionGroup var limits: LimitOptions

    func validate() throws {
        if let speed, !(speed > 0 && speed <= 1000) { throw ValidationError("--speed wants a number above 0, as --speed 2.") }
    }

    func run() async throws {
        let data = try TraceFile.read(trace)
        let expected = try TraceReader.read(data, path: trace, allowingCutOff: cutOff)
        let submission = try RecordedSubmission.of(expected.header, replacement: on, path: trace)
        try checkDigest(of: submission, expected.header)
        let target = try output.map { path throws(CommandFailure) in try OutputFile(path, force: force) }
        let received = Mutex(Data())
        let job = WorkerJob(submission, seed: expected.header.seed, order: .replay(ReplayOrder(trace: data)))
        let code = try await WorkerSession(limits: limits.limits).perform(job) { _, data in received.withLock { $0 = data } }
        if code != 0 { throw ExitCode(code) }
        let repeated = received.withLock { $0 }
        let actual = try TraceReader.read(repeated, path: "the replay")
        try target?.write(repeated)
        if let speed { try TerminalFilm(actual, speed: speed).show() }
        try tell(expected, actual, isOther: on != nil && !expected.header.submission.isSame(as: actual.header.submission))
    }

    private func tell(_ expected: Trace, _ actual: Trace, isOther: Bool) throws {
        let comparison = TraceComparison(expected: expected, actual: actual)
        let text = DifferenceText(expected: expected, actual: actual)
        if keepGoing {
            let differences = comparison.differences(ignoringSubmission: isOther)
            guard differences.isEmpty else {
                try StandardStreams.write(text.list(differences) + "\n")
                throw ExitCode(1)
            }
        } else if let difference = comparison.firstDifference(ignoringSubmission: isOther) {
            try StandardStreams.write(text.text(of: difference) + "\n")
            throw ExitCode(1)
        }
        try StandardStreams.write("everything is the same\n")
    }

    /// A trace without its submission has to be given that one, unless another is meant.
    private func checkDigest(of submission: Submission, _ header: TraceHeader) throws {
        guard case .digest = header.submission, !changed, let on else { return }
        let given = TraceHeader.Submission.embedded(html: submission.page.html, files: submission.page.files)
        guard !given.isSame(as: header.submission) else { return }
        throw CommandFailure(
            "the trace is of another submission than \(on) (digest \(header.submission.digest), not \(given.digest)): \(trace). "
                + "Give the recorded one, or --changed if it is meant to be another.")
    }
}
