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

    @OptionGroup var judging: JudgingOptions
    @OptionGroup var limits: LimitOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let order = JudgeOrder(scenarios: try ScenarioFiles.read(scenarios))
        let run = JudgingRun(order: order, options: judging, limits: limits.limits, report: report)
        var statuses: Set<CheckStatus> = []
        let summary = try await run.judge(on) { record in
            statuses.formUnion(record.checks.map(\.status))
            if record.verdict == .broken { statuses.insert(.fail) }
        }
        if statuses.contains(.fail) { throw ExitCode(1) }
        if statuses.contains(.unknown) || (statuses.isEmpty && summary[.unknown] > 0) { throw ExitCode(3) }
    }
}
