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

    @Option(name: .long, help: ArgumentHelp("The game that the submissions are meant as, even if nothing about one speaks of it.", valueName: "game"))
    var game: String?

    @Option(name: .long, help: ArgumentHelp("Only the checks whose id or title contains this text.", valueName: "text"))
    var grep: String?

    @OptionGroup var seed: SeedOption
    @OptionGroup var judging: JudgingOptions
    @OptionGroup var limits: LimitOptions
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let rules = game ?? rules
        let rulebook = try RulebookCheck.rulebook(rules, grep: grep)
        let order = JudgeOrder(rules: rules, isGameKnown: game != nil, digestsTrace: baseline.isWanted, grep: grep)
        let run = JudgingRun(order: order, options: judging, limits: limits.limits, plan: try report.plan(), titles: rulebook.titles)
        let comparison = try baseline.comparison(isQuiet: report.quiet, shard: judging.shard)
        let entries = RunEntry.entries(try SubmissionReader().references(files), seeds: [seed.seed])
        let outcome = try await run.judge(entries) { record, _ in try comparison?.add(record) }
        throw ExitCode(try comparison?.end(isComplete: outcome.isComplete) ?? outcome.summary.exitCode)
    }
}
