import ArgumentParser
import Foundation

@main
struct Playproof: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "playproof",
        abstract: "Plays browser games that models wrote, without a browser, and says whether they play.",
        discussion: """
            FILE is an HTML page, a folder with index.html, a script, a model's answer (.md or .txt, with or without \
            fences), a JSON Lines file with task_id and completion, a folder of these, or - for standard input.

            EXAMPLES
              playproof check answer.md
              playproof check outputs/ --reporter jsonl --output results.jsonl
              playproof open game.html --click '#start' --advance 2s --screenshot game.png

            EXIT CODES
              0  everything judged plays
              1  something is flawed or broken
              2  the command or its input is wrong
              3  something could not be judged, and nothing was found broken
            """,
        version: "0.1.0",
        subcommands: [
            Check.self, Run.self, Open.self, Record.self, Play.self, Replay.self, Diff.self, Render.self, Shrink.self, Export.self,
            SuiteCommand.self, Report.self, ExportSamples.self, Worker.self,
        ])

    /// On the main thread, which is the one that a worker's parent watches.
    @MainActor static func main() async {
        // A reader that closes our output early is an error to be told, not a reason to die.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// The parser's own errors have exit code 64; ours is 2 for whatever is wrong with the command.
    private static func end(with error: any Error) -> Never {
        if let failure = CommandFailure(error) {
            StandardStreams.note(failure.message)
            Foundation.exit(failure.exitCode)
        }
        let code = exitCode(for: error)
        guard code == .validationFailure else { exit(withError: error) }
        let text = fullMessage(for: error)
        StandardStreams.note(text.hasPrefix("Error: ") ? String(text.dropFirst("Error: ".count)) : text)
        Foundation.exit(2)
    }
}
