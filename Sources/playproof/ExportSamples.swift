import ArgumentParser
import Foundation
import Reports
import Scenarios
import Suites

struct ExportSamples: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-samples",
        abstract: "Write the outputs that play as samples, and what is wrong with the others.",
        discussion: """
            Judges the submissions and writes those that play as JSON Lines with task_id, completion and the result record, \
            each page once. With --feedback the others are written too, each with a text of at most 2,000 characters that a \
            model or a person can act on. Both files can be given to playproof check again.

            EXAMPLES
              playproof export-samples completions.jsonl --output samples.jsonl --feedback repairs.jsonl
              playproof check completions.jsonl --reporter jsonl --output results.jsonl --evidence
              playproof export-samples completions.jsonl --results results.jsonl --output samples.jsonl
            """)

    @Argument(help: ArgumentHelp("The submissions, as for check.", valueName: "file"))
    var files: [String]

    @Option(name: .long, help: ArgumentHelp("Where the samples that play go.", valueName: "file"))
    var output: String

    @Option(name: .long, help: ArgumentHelp("Where the others go, with what is wrong with them.", valueName: "file"))
    var feedback: String?

    @Option(name: .long, help: ArgumentHelp("Results of an earlier run, so that nothing is judged twice.", valueName: "results"))
    var results: String?

    @Option(name: .long, help: ArgumentHelp("The rulebook to judge by.", valueName: "game"))
    var rules = "tetris"

    @Flag(name: .long, help: "Replace output files that exist.")
    var force = false

    @Flag(name: .long, help: "Say nothing on standard error but errors.")
    var quiet = false

    @OptionGroup var seed: SeedOption
    @OptionGroup var judging: JudgingOptions
    @OptionGroup var limits: LimitOptions

    func validate() throws {
        guard !judging.resume else { throw ValidationError("export-samples goes on from --results FILE, not with --resume.") }
    }

    func run() async throws {
        let rulebook = try RulebookCheck.rulebook(rules, grep: nil)
        let entries = RunEntry.entries(try SubmissionReader().references(files), seeds: [seed.seed])
        var run = JudgingRun(
            order: JudgeOrder(rules: rules), options: judging, limits: limits.limits, plan: ReportPlan(items: [], isQuiet: quiet))
        if let results { run.earlier = try EarlierResults(results) }
        let writer = try SampleWriter(samples: output, feedback: feedback, force: force, titles: rulebook.titles)
        let outcome = try await run.judge(entries) { try writer.add($0, $1) }
        try writer.finish()
        try StandardStreams.write("\(outcome.summary.sentence); \(writer.sentence)\n")
    }
}
