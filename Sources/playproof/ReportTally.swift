import ArgumentParser
import Reports

struct ReportTally: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tally",
        abstract: "Count results by model: verdicts, failures, pass@k, and how often each check passes.",
        discussion: """
            Rates come with their 95 % interval (Wilson's). pass@k is the unbiased estimate of Chen et al. (2021), over the \
            answers to each task_id; submissions without one answer one task. With several models, the checks are listed \
            that tell two of them apart.

            EXAMPLES
              playproof report tally results.jsonl
              playproof report tally a.jsonl b.jsonl --pass-at 1,10 --json
            """)

    @OptionGroup var options: TallyOptions

    @Flag(name: .long, help: "Print JSON instead of a table.")
    var json = false

    func run() throws {
        let tally = try options.tally()
        try options.write(json ? tally.json(ks: options.ks) + "\n" : TallyTable(tally, ks: options.ks).text)
    }
}
