import ArgumentParser
import Foundation
import Scenarios
import Suites

struct SuiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suite",
        abstract: "Judge what a suite file names, and hold the verdicts against what it expects.",
        discussion: """
            A suite file is YAML: inputs, rules or scenarios, seeds, limits, and what is expected. Its paths are meant from \
            where it is. The exit code is 0 when every verdict is one that is expected.

            EXAMPLES
              playproof suite nightly.yaml --reporter line
              playproof suite nightly.yaml --baseline nightly.jsonl
            """)

    @Argument(help: ArgumentHelp("The suite file.", valueName: "suite"))
    var suite: String

    @OptionGroup var judging: JudgingOptions
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let suite = try SuiteFileReader.read(suite)
        var order = JudgeOrder(rules: suite.rules, isGameKnown: suite.isGameKnown, digestsTrace: baseline.isWanted, grep: suite.grep)
        var titles: [String: String]
        if suite.scenarios.isEmpty {
            titles = try RulebookCheck.rulebook(suite.rules, grep: suite.grep).titles
        } else {
            let files = try ScenarioFiles.read(suite.scenarios)
            (order.scenarios, titles) = (files.texts, files.titles)
        }
        let run = JudgingRun(order: order, options: judging, limits: suite.limits, plan: try report.plan(), titles: titles)
        let comparison = try baseline.comparison(isQuiet: report.quiet, shard: judging.shard)
        var surprises: [(record: ResultRecord, expected: [Verdict])] = []
        let entries = RunEntry.entries(try SubmissionReader().references(suite.inputs), seeds: suite.seeds)
        let outcome = try await run.judge(entries) { record, _ in
            let expected = suite.expectation.verdicts(of: record.id)
            if !expected.contains(record.verdict) { surprises.append((record, expected)) }
            try comparison?.add(record)
        }
        if let comparison { throw ExitCode(try comparison.end(isComplete: outcome.isComplete)) }
        for surprise in surprises {
            let expected = surprise.expected.map(\.rawValue).joined(separator: " or ")
            StandardStreams.note("\(surprise.record.id): \(surprise.record.verdict.rawValue), expected \(expected)")
        }
        guard surprises.isEmpty else { throw ExitCode(surprises.contains { $0.record.verdict != .unknown } ? 1 : 3) }
    }
}
