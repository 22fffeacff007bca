import ArgumentParser

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put results together, count them, compare models, hold them against an answer key.",
        discussion: """
            Works on the records that check, run and suite write with --reporter jsonl --output FILE.

            EXAMPLES
              playproof report merge part-1.jsonl part-2.jsonl part-3.jsonl --reporter jsonl --output all.jsonl
              playproof report tally all.jsonl
              playproof report scorecard all.jsonl --output scorecard.md
              playproof report agreement all.jsonl --key key.jsonl
            """,
        subcommands: [ReportMerge.self, ReportTally.self, ReportScorecard.self, ReportAgreement.self])
}
