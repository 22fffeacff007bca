import ArgumentParser
import Foundation
import Scenarios
import Suites

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run scenario files on submissions.",
        discussion: """
            A scenario is a YAML file with steps and expectations; those of the rulebooks are examples of it. The exit \
            code is 0 when every expectation of every scenario holds.

            EXAMPLES
              playproof run hold-piece.yaml --on game.html
              playproof run scenarios/ --on outputs/ --reporter junit --output results.xml
            """)

    @Argument(help: ArgumentHelp("Scenario files, or folders of them.", valueName: "scenario"))
    var scenarios: [String]

    @Option(name: .long, parsing: .upToNextOption, help: ArgumentHelp("The submissions, as for check.", valueName: "file"))
    var on: [String]

    @OptionGroup var seed: SeedOption
    @OptionGroup var judging: JudgingOptions
    @OptionGroup var limits: LimitOptions
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let files = try ScenarioFiles.read(scenarios)
        let order = JudgeOrder(digestsTrace: baseline.isWanted, scenarios: files.texts)
        let run = JudgingRun(order: order, options: judging, limits: limits.limits, plan: try report.plan(), titles: files.titles)
        let comparison = try baseline.comparison(isQuiet: report.quiet, shard: judging.shard)
        let entries = RunEntry.entries(try SubmissionReader().references(on), seeds: [seed.seed])
        var statuses: Set<CheckStatus> = []
        let outcome = try await run.judge(entries) { record, _ in
            statuses.formUnion(record.checks.map(\.status))
            if record.verdict == .broken { statuses.insert(.fail) }
            try comparison?.add(record)
        }
        if let comparison { throw ExitCode(try comparison.end(isComplete: outcome.isComplete)) }
        if statuses.contains(.fail) { throw ExitCode(1) }
        if statuses.contains(.unknown) || (statuses.isEmpty && outcome.summary[.unknown] > 0) { throw ExitCode(3) }
    }
}
