import ArgumentParser
import Foundation
import Suites

/// The options of a run over many submissions.
struct JudgingOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Games that are played at once. Results don't depend on it.", valueName: "n"))
    var workers = ProcessInfo.processInfo.activeProcessorCount

    @Option(name: .long, help: ArgumentHelp("Seed of Math.random: the same seed gives the same game.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(name: .long, help: ArgumentHelp("Stop after so many submissions that don't play.", valueName: "n"))
    var maxFailures: Int?

    func validate() throws {
        guard (1...1024).contains(workers) else { throw ValidationError("--workers wants a number from 1 to 1024, as --workers 4.") }
        if let maxFailures, maxFailures < 1 { throw ValidationError("--max-failures wants a number from 1 on, as --max-failures 10.") }
    }
}
