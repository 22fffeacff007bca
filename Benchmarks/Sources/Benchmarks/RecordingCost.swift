import ArgumentParser
import Foundation
import GamePlaying
import Recording
import ScriptEngine
import Traces

/// Plays the same virtual time of a game with and without a recorder, in turn in one process, and prints what recording adds.
struct RecordingCost: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recording", abstract: "Measure what recording a session adds to playing it.",
        discussion: "Times are processor time of the session alone: loading the page and finding out about the game don't count.")

    @Argument(help: "Folders of games, each in a folder with an index.html.") var folders = ["Tests/Fixtures/games"]
    @Option(help: "How often each game is played with a recorder and without.") var rounds = 9
    @Option(help: "Simulated seconds of a session.") var seconds = 60.0
    @Flag(help: "Have the player play, who looks at the game himself, instead of giving his input to a page at which nobody looks.")
    var player = false
    @Option(help: "Only games whose name contains this.") var grep = ""

    func run() throws {
        EngineTuning.favourShortRuns()
        var ratios: [Double] = []
        print("game                 painted  frames changed  minute ms  recorded ms  ratio")
        for folder in folders {
            for game in try PlayedGame.all(in: URL(filePath: folder), seconds: seconds, matching: grep) {
                let cost = try cost(of: game)
                ratios.append(cost.ratio.median)
                print(cost.line)
            }
        }
        guard !ratios.isEmpty else { throw ValidationError("there is no game that can be played in \(folders.joined(separator: ", "))") }
        print(String(format: "median ratio %.2f, highest %.2f", Figure(values: ratios).median, ratios.max() ?? .nan))
    }

    private struct Cost {
        var name, painted: String
        var changes: Int
        var bare: [Double] = []
        var recorded: [Double] = []

        /// Each round for itself, so that a machine's mood falls on both alike.
        var ratio: Figure { Figure(values: zip(recorded, bare).map { $0 / $1 }) }

        var line: String {
            name.padding(toLength: 20, withPad: " ", startingAt: 0) + " " + painted.padding(toLength: 7, withPad: " ", startingAt: 0)
                + String(
                    format: "  %14d  %9.1f  %11.1f  %5.2f", changes, Figure(values: bare).median * 1000, Figure(values: recorded).median * 1000,
                    ratio.median)
        }
    }

    private func cost(of game: PlayedGame) throws -> Cost {
        var cost = Cost(name: game.name, painted: game.session.knowledge.render ?? "?", changes: 0)
        for round in 0..<rounds {
            for records in round.isMultiple(of: 2) ? [false, true] : [true, false] {
                let (seconds, trace) = try play(game, records: records)
                if let trace { cost.changes = try TraceReader.read(trace).summary?.changes ?? 0 }
                records ? cost.recorded.append(seconds) : cost.bare.append(seconds)
            }
        }
        return cost
    }

    /// - Returns: processor seconds, and the trace where one was made.
    private func play(_ game: PlayedGame, records: Bool) throws -> (seconds: Double, trace: Data?) {
        let session = game.session
        try session.reopen()
        // What other sessions left behind is nobody's cost.
        _ = session.page.heapSizeAfterCollection()
        let header = TraceHeader(
            submission: .digest(""), name: game.name, seed: game.played.options.seed, frameInterval: game.played.options.frameInterval,
            startTime: game.played.options.startTime)
        var trace: Data?
        let seconds = try Stopwatch.processorSeconds {
            let recorder = records ? SessionRecorder(session, header: header) : nil
            if player { _ = PlayedGame.play(session, seconds: self.seconds) } else { game.played.perform(on: session) }
            trace = try recorder?.finish()
        }
        return (seconds, trace)
    }
}
