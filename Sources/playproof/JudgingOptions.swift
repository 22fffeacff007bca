import ArgumentParser
import Foundation
import Suites

/// The options of a run over many submissions.
struct JudgingOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Games that are played at once. Results don't depend on it.", valueName: "n"))
    var workers = ProcessInfo.processInfo.activeProcessorCount

    @Option(name: .long, help: ArgumentHelp("Stop after so many submissions that don't play.", valueName: "n"))
    var maxFailures: Int?

    @Option(name: .long, help: ArgumentHelp("Judge only this part of the submissions, as 2/3; playproof report merge puts the parts together.", valueName: "i/n"))
    var shard: Shard?

    @Flag(name: .long, help: "Go on from the results that a stopped run has left in the --output of its --reporter jsonl.")
    var resume = false

    @Option(name: .long, help: ArgumentHelp(
        "Keep a trace of the session that each verdict rests on: on, off or on-failure. By default on-failure for html, else off.", valueName: "when"))
    var trace: TracePolicy?

    @Option(name: .long, help: ArgumentHelp("Where the traces go. By default a folder beside the output file.", valueName: "folder"))
    var traceFolder: String?

    func validate() throws {
        guard (1...1024).contains(workers) else { throw ValidationError("--workers wants a number from 1 to 1024, as --workers 4.") }
        if let maxFailures, maxFailures < 1 { throw ValidationError("--max-failures wants a number from 1 on, as --max-failures 10.") }
    }
}

extension Shard: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
