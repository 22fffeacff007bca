import ArgumentParser
import Foundation
import Traces
import Witness

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a trace as a page that plays it in a real browser.",
        discussion: """
            The page plays the recorded submission with the same seed, clock and input, for a person to watch. With \
            #full-speed behind its address it runs as fast as it goes. At the end its element #playproof-digest says \
            what was drawn and shown at each step, as JSON.

            EXAMPLES
              playproof export game.trace --html game-session.html
              chromium --headless --dump-dom "file://$PWD/game-session.html#full-speed"
            """)

    @Argument(help: "The trace file.")
    var trace: String

    @Option(name: .long, help: ArgumentHelp("The page to write.", valueName: "file"))
    var html: String

    @Flag(name: .long, help: "Replace a file that exists.")
    var force = false

    func run() throws {
        let recorded = try TraceReader.read(TraceFile.read(trace), path: trace)
        guard let page = SessionReplay.page(of: recorded.header) else {
            throw CommandFailure("the trace holds no page: \(trace). Record it again with playproof record.")
        }
        let file = try OutputFile(html, force: force)
        let session = WitnessSession(
            page: page, options: SessionReplay.options(of: recorded.header),
            inputs: recorded.inputs.map { WitnessSession.Input(time: $0.time, actionJSON: $0.json) },
            end: recorded.summary?.time ?? recorded.inputs.last?.time ?? 0)
        try file.write(Data(WitnessPage.html(of: session).utf8))
    }
}
