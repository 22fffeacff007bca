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
              playproof record game.html --output turns.trace --scenario turns.yaml

            A key script has one step a line: advance 2s, press ArrowLeft, hold ArrowDown:500ms, click #start. Lines such \
            as 2.5s ArrowLeft down and 2580ms ArrowLeft up say what happens at a time of the page's clock.
            """)

    @Argument(help: ArgumentHelp("The page: an HTML file, a folder, a script or an answer.", valueName: "file"))
    var file: String

    @Option(name: .long, help: ArgumentHelp("The trace file to write.", valueName: "trace"))
    var output: String

    @Option(name: .long, help: ArgumentHelp("A file with the input, one step a line.", valueName: "keyscript"))
    var keys: String?

    @Option(name: .long, help: ArgumentHelp("A scenario file, whose last session is recorded.", valueName: "file"))
    var scenario: String?

    @Flag(name: .long, help: "Let the player start the game and play it.")
    var play = false

    @Option(name: .long, help: ArgumentHelp("How many pieces --play plays.", valueName: "n"))
    var pieces = 30

    @Option(name: .long, help: ArgumentHelp("Seed of Math.random.", valueName: "n"))
    var seed: UInt64 = 1

    @Flag(name: .long, help: "Keep only what tells the submission from others, not the submission itself.")
    var digestOnly = false

    @Flag(name: .long, help: "Record what canvases show too, for the viewer.")
    var drawings = false

    @Flag(name: .long, help: "Replace a trace that exists.")
    var force = false

    @OptionGroup var limits: LimitOptions

    func validate() throws {
        guard [play, keys != nil, scenario != nil].count(where: { $0 }) == 1 else {
            throw ValidationError("Give one of --play, --keys with a key script, and --scenario with a scenario file.")
        }
        guard (1...10_000).contains(pieces) else { throw ValidationError("--pieces wants a number from 1 to 10000, as --pieces 30.") }
    }

    func run() async throws {
        let input = try input()
        let submission = try SubmissionReader().submission(at: file)
        let trace = try GrowingTrace(output, force: force)
        for note in submission.notes { StandardStreams.note(note) }
        let job = WorkerJob(submission, seed: seed, order: .record(RecordOrder(input: input, digestOnly: digestOnly, withDrawings: drawings)))
        let code: Int32
        do {
            code = try await WorkerSession(limits: limits.limits).perform(job) { _, data in trace.append(data) }
        } catch {
            trace.abandon()
            throw error
        }
        try trace.finish()
        if code != 0 { throw ExitCode(code) }
    }

    private func input() throws -> RecordOrder.Input {
        if let keys { return .steps(try KeyScript.steps(ofFile: keys)) }
        guard let scenario else { return .play(pieces: pieces) }
        let texts = try ScenarioFiles.read([scenario]).texts
        guard texts.count == 1 else { throw CommandFailure("a folder of scenarios: \(scenario). One session is recorded: give one file.") }
        return .scenario(texts[0])
    }
}
