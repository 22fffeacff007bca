import ArgumentParser
import Foundation
import Suites

struct Play: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play a game in the terminal, and keep it as a trace.",
        discussion: """
            Finds out how the game is started and where its playfield is, starts it, draws the playfield at real speed and \
            passes the keys on. Ctrl-C ends the game and writes the trace. Terminals don't tell when a key is let go: a \
            key counts as held while the terminal repeats it.

            EXAMPLES
              playproof play game.html
              playproof play answer.md --output mine.trace --seed 7
            """)

    @Argument(help: ArgumentHelp("The page: an HTML file, a folder, a script or an answer.", valueName: "file"))
    var file: String

    @Option(name: .long, help: ArgumentHelp("The trace file to write. By default the submission's name with .trace.", valueName: "trace"))
    var output: String?

    @Option(name: .long, help: ArgumentHelp("Seed of Math.random.", valueName: "n"))
    var seed: UInt64 = 1

    @Flag(name: .long, help: "Replace a trace that exists.")
    var force = false

    func run() throws {
        let submission = try SubmissionReader().submission(at: file)
        let terminal = try RawTerminal()
        defer { terminal.restore() }
        let path = output ?? submission.id + ".trace"
        let trace = try GrowingTrace(path, force: force)
        let outcome: LiveGame.Outcome
        do {
            let game = try LiveGame(WorkerJob(submission, seed: seed, order: .play(PlayOrder())), trace: trace)
            outcome = try game.play(at: terminal)
        } catch {
            trace.abandon()
            throw error
        }
        terminal.restore()
        guard outcome.isWhole else {
            trace.abandon()
            throw CommandFailure("the game's process has ended before the game. Look at the page with playproof open.", exitCode: 1)
        }
        try trace.finish()
        StandardStreams.note("written: \(path). Look at it with playproof render \(path), or replay it.")
        if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
    }
}
