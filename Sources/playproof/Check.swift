import ArgumentParser
import Scenarios
import Suites

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge submissions by the rulebook of their game.",
        discussion: """
            Loads each submission, finds out how it is started and steered, plays it, and says which behaviours hold \
            and which are broken, with the evidence.

            EXAMPLES
              playproof check tetris.html
              playproof check outputs/*.md --workers 8 --reporter line
              playproof check completions.jsonl --reporter jsonl --output results.jsonl
              pbpaste | playproof check -
              playproof check game.html --grep rotates

            Every submission gets a verdict: plays, flawed (an ordinary minute of play goes well, but a check that \
            every game must pass fails), broken, or unknown, with the reason. A submission that hangs or takes too \
            much memory is stopped and judged as broken; the others go on.
            """)

    @Argument(help: ArgumentHelp("What to judge: pages, folders, scripts, answers, JSON Lines files, or -.", valueName: "file"))
    var files: [String]

    @Option(name: .long, help: ArgumentHelp("The rulebook to judge by.", valueName: "game"))
    var rules = "tetris"

    @Option(name: .long, help: ArgumentHelp("Only the checks whose id or title contains this text.", valueName: "text"))
    var grep: String?

    @OptionGroup var judging: JudgingOptions
    @OptionGroup var limits: LimitOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        try checkRulebook()
        let run = JudgingRun(order: JudgeOrder(rules: rules, grep: grep), options: judging, limits: limits.limits, report: report)
        let summary = try await run.judge(files)
        throw ExitCode(summary.exitCode)
    }

    /// What is wrong with a rulebook is said once and before anything is judged.
    private func checkRulebook() throws {
        let folder = try Rulebook.locate(game: rules)
        let rulebook = try Rulebook.load(folder: folder, judge: ExpectationJudge())
        if let grep, rulebook.matching(grep).isEmpty {
            let ids = rulebook.scenarios.map(\.id).joined(separator: " ")
            throw CommandFailure("no check of the rulebook '\(rules)' matches --grep \(grep). Its checks: \(ids)")
        }
    }
}
