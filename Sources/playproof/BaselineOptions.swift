import ArgumentParser
import Suites

/// Whether results are held against those of an earlier day.
struct BaselineOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Compare with what the submissions did when this file was written. The exit code is 1 only for regressions.", valueName: "file"))
    var baseline: String?

    @Flag(name: .long, help: "Write the file of --baseline instead: what the submissions do now is right.")
    var updateBaseline = false

    func validate() throws {
        guard !updateBaseline || baseline != nil else {
            throw ValidationError("--update-baseline wants to know the file, as --baseline baseline.jsonl --update-baseline.")
        }
    }

    var isWanted: Bool { baseline != nil }

    /// What a run is to be held against; nil for nothing.
    func comparison(isQuiet: Bool, shard: Shard?) throws -> BaselineComparison? {
        guard let baseline else { return nil }
        guard shard == nil else {
            throw CommandFailure("--baseline wants all submissions, not a --shard of them. Leave one of the two out.")
        }
        return try updateBaseline ? BaselineComparison(writing: baseline) : BaselineComparison(reading: baseline, isQuiet: isQuiet)
    }
}
