import ArgumentParser
import Foundation
import GamePlaying
import ScriptEngine
import WebPage

/// Plays the same virtual time of a game with the canvas that records and with one that does nothing, in turn in one process.
struct CanvasCost: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "canvas", abstract: "Measure what the recorded canvas adds to a game with a canvas that does nothing.",
        discussion: "Times are processor time of the page alone, at which nobody looks: loading it doesn't count.")

    @Argument(help: "Folders of games, each in a folder with an index.html.") var folders = ["Tests/Fixtures/games", "Tests/Fixtures/own"]
    @Option(help: "How often each game is played with either canvas.") var rounds = 9
    @Option(help: "Simulated seconds of a session.") var seconds = 60.0
    @Option(help: "Only games whose name contains this.") var grep = ""
    @Option(help: "Only games that draw at least so often in a frame.") var least = 200

    func run() throws {
        EngineTuning.favourShortRuns()
        var ratios: [Double] = []
        print("game                  calls a frame  no-op ms  recorded ms  ratio")
        for folder in folders {
            for game in try PlayedGame.all(in: URL(filePath: folder), seconds: seconds, matching: grep) {
                let calls = try calls(of: game)
                guard calls >= least else { continue }
                let (idle, recorded) = try cost(of: game)
                let ratio = Figure(values: zip(recorded, idle).map { $0 / $1 }).median
                ratios.append(ratio)
                print(
                    game.name.padding(toLength: 20, withPad: " ", startingAt: 0)
                        + String(
                            format: "  %13d  %8.1f  %11.1f  %5.2f", calls, Figure(values: idle).median * 1000,
                            Figure(values: recorded).median * 1000, ratio))
            }
        }
        guard !ratios.isEmpty else { throw ValidationError("no game in \(folders.joined(separator: ", ")) draws \(least) times a frame") }
        print(String(format: "median ratio %.2f, highest %.2f", Figure(values: ratios).median, ratios.max() ?? .nan))
    }

    /// Methods and properties of canvases that the game uses in a frame.
    private func calls(of game: PlayedGame) throws -> Int {
        let session = try session(of: game, after: Resource.text("counted-canvas.html"))
        game.played.perform(on: session)
        let calls = Double(try session.page.evaluate("canvasCalls")) ?? 0
        return Int(calls / Double(max(1, session.page.frameCount)))
    }

    private func cost(of game: PlayedGame) throws -> (idle: [Double], recorded: [Double]) {
        let sessions = [try session(of: game, after: Resource.text("no-op-canvas.html")), try session(of: game, after: "")]
        var seconds: [[Double]] = [[], []]
        for round in 0..<rounds {
            for kind in round.isMultiple(of: 2) ? [0, 1] : [1, 0] {
                try sessions[kind].reopen()
                // What other sessions left behind is nobody's cost.
                _ = sessions[kind].page.heapSizeAfterCollection()
                seconds[kind].append(Stopwatch.processorSeconds { game.played.perform(on: sessions[kind]) })
            }
        }
        return (seconds[0], seconds[1])
    }

    /// A session of the game whose page runs a script before all of its own.
    private func session(of game: PlayedGame, after script: String) throws -> GameSession {
        var html = game.html
        // A doctype stays the first.
        let place = html.range(of: "<!doctype[^>]*>", options: [.regularExpression, .caseInsensitive])?.upperBound ?? html.startIndex
        html.insert(contentsOf: script, at: place)
        return try GameSession(PageSource(html: html), options: game.session.options, browser: game.session.browser)
    }
}
