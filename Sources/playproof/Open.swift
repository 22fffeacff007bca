import ArgumentParser
import Foundation
import Suites

struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Load a page, advance, press, evaluate, take a picture: for looking inside.",
        discussion: """
            The steps are done in the order given. Time passes only where a step lets it: two seconds of the page's \
            own clock, however long they take. Console output and uncaught errors go to standard error with the page's \
            time. Any page will do, game or not.

            EXAMPLES
              playproof open game.html --advance 2s --screenshot start.png
              playproof open game.html --click '#start' --press ArrowLeft --hold ArrowDown:500ms --eval 'score'
              playproof open answer.md --advance 5s --reading
            """)

    @Argument(help: ArgumentHelp("The page: an HTML file, a folder, a script or an answer.", valueName: "file"))
    var file: String

    @Option(name: .long, help: ArgumentHelp("Let time pass: 500ms, 2s, 1m.", valueName: "duration"))
    var advance: [String] = []

    @Option(name: .long, help: ArgumentHelp("Press a key and let it go: ArrowLeft, a, Space.", valueName: "key"))
    var press: [String] = []

    @Option(name: .long, help: ArgumentHelp("Hold a key for so long, with the key repeat of a desktop.", valueName: "key:duration"))
    var hold: [String] = []

    @Option(name: .long, help: ArgumentHelp("Click the first element that the CSS selector matches.", valueName: "selector"))
    var click: [String] = []

    @Option(name: .long, help: ArgumentHelp("Evaluate an expression in the page and print its value as JSON.", valueName: "expression"))
    var eval: [String] = []

    @Option(name: .long, help: ArgumentHelp("Write a picture of the page.", valueName: "file.png"))
    var screenshot: [String] = []

    @Option(name: .long, help: ArgumentHelp("Seed of Math.random.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(name: .long, help: ArgumentHelp("Animation frames a second of the page's clock.", valueName: "n"))
    var fps = 60.0

    @Flag(name: .long, help: "Print the game's state at the end, as JSON.")
    var reading = false

    @Flag(name: .long, help: "Replace pictures that exist.")
    var force = false

    @OptionGroup var limits: LimitOptions

    func validate() throws {
        guard fps >= 1, fps <= 1000 else { throw ValidationError("--fps wants a number from 1 to 1000, as --fps 144.") }
    }

    func run() async throws {
        let steps = try sequence()
        let submission = try SubmissionReader().submission(at: file)
        let pictures = try Dictionary(screenshot.map { ($0, try OutputFile($0, force: force)) }, uniquingKeysWith: { first, _ in first })
        let order = OpenOrder(steps: steps, framesPerSecond: fps, showsReading: reading)
        let session = WorkerSession(limits: limits.limits)
        for note in submission.notes { StandardStreams.note(note) }
        let code = try await session.perform(WorkerJob(submission, seed: seed, order: .open(order)), files: pictures)
        if code != 0 { throw ExitCode(code) }
    }

    private func sequence() throws -> [OpenOrder.Step] {
        let values = ["advance": advance, "press": press, "hold": hold, "click": click, "eval": eval, "screenshot": screenshot]
        return try ArgumentOrder.sequence(of: values, in: CommandLine.arguments).map { try PageStepText.step($0.name, $0.value) }
    }
}
