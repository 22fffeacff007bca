import ArgumentParser
import Reports
import Suites

struct ReportScorecard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scorecard",
        abstract: "Write what each model can do, point by point, as Markdown.",
        discussion: """
            For every model: how many of its games play, what the others die of with an example of each, and what works \
            and what doesn't, check by check.

            EXAMPLES
              playproof report scorecard results.jsonl --output scorecard.md
            """)

    @OptionGroup var options: TallyOptions

    func run() throws {
        var scorecard = Scorecard(ks: options.ks)
        for file in options.files { try ResultsFile(file).forEach { scorecard.add($0) } }
        try options.write(scorecard.markdown)
    }
}
