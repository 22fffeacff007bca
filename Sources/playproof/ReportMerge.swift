import ArgumentParser
import Reports
import Suites

struct ReportMerge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Put the results of shards together into the reports of one run.",
        discussion: """
            The records come in the order of the files, so give the shards in theirs: what comes out is what one run over \
            all submissions writes. Reporters other than jsonl show more when the shards were judged with --evidence.

            EXAMPLES
              playproof check outputs --shard 1/2 --reporter jsonl --output part-1.jsonl
              playproof check outputs --shard 2/2 --reporter jsonl --output part-2.jsonl
              playproof report merge part-1.jsonl part-2.jsonl --reporter junit --output results.xml
            """)

    @Argument(help: ArgumentHelp("Files of results, in the order of their shards.", valueName: "results"))
    var files: [String]

    @OptionGroup var report: ReportOptions

    func run() throws {
        let results = try files.map { path throws(InputError) in try ResultsFile(path) }
        let total = try checkedCount(results)
        var plan = try report.plan()
        // What the shards have is written again.
        plan.evidence = true
        let reports = try ReportSet(plan)
        do {
            var summary = RunSummary()
            reports.begin(total: total)
            for file in results {
                try file.forEach { record in
                    summary.add(record)
                    try reports.record(record)
                }
            }
            try reports.end(summary)
        } catch {
            reports.abandon()
            throw error
        }
    }

    /// How many records there are; a submission that is in them twice is a mistake.
    private func checkedCount(_ results: [ResultsFile]) throws -> Int {
        var places: [String: String] = [:]
        for file in results {
            try file.forEach { record in
                guard let place = places.updateValue(file.path, forKey: record.id) else { return }
                throw CommandFailure("the submission \(record.id) is in \(place) and again in \(file.path). Give every shard once.")
            }
        }
        return places.count
    }
}
