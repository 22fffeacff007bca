import ArgumentParser
import Suites

struct Record: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Record what a game does with an input.",
        discussion: """
            Writes a trace: the input, and what the page showed at every frame. The same submission, seed and input \
            give the same trace, byte for byte.

            EXAMPLES
              playproof record game.html --output game.trace --play
              playproof record game.html --output left.trace --keys left.keys

            A key script has one step a line: advance 2s, press ArrowLeft, hold ArrowDown:500ms, click #start.
            """)

    @Argument(help: ArgumentHelp("The page: an HTML file, a folder, a script or an answer.", valueName: "file"))
    var file: String

    @Option(name: .long, help: ArgumentHelp("The trace file to write.", valueName: "trace"))
    var output: String

    @Option(name: .long, help: ArgumentHelp("A file with the input, one step a line.", valueName: "keyscript"))
    var keys: String?

    @Flag(name: .long, help: "Let the player start the game and play it.")
    var play = false

    @Option(name: .long, help: ArgumentHelp("How many pieces --play plays.", valueName: "n"))
    var pieces = 30

    @Option(name: .long, help: ArgumentHelp("Seed of Math.random.", valueName: "n"))
    var seed: UInt64 = 1

    @Flag(name: .long, help: "Replace a trace that exists.")
    var force = false

    @OptionGroup var limits: LimitOptions

    func validate() throws {
        guard play != (keys != nil) else { throw ValidationError("Give either --play, or --keys with a key script.") }
        guard (1...10_000).contains(pieces) else { throw ValidationError("--pieces wants a number from 1 to 10000, as --pieces 30.") }
    }

    func run() async throws {
        let input: RecordOrder.Input = if let keys { .steps(try KeyScript.steps(ofFile: keys)) } else { .play(pieces: pieces) }
        let submission = try SubmissionReader().submission(at: file)
        let trace = try OutputFile(output, force: force)
        for note in submission.notes { StandardStreams.note(note) }
        let job = WorkerJob(submission, seed: seed, order: .record(RecordOrder(input: input)))
        let code = try await WorkerSession(limits: limits.limits).perform(job, files: [RecordOrder.traceFile: trace])
        if code != 0 { throw ExitCode(code) }
    }
}
