import Foundation

/// Everything that was measured in one run, as JSON and as a table.
struct BenchmarkReport: Codable {
    var machine = Machine.current
    var seconds: Double
    var runs: [PairedRuns] = []
    /// What has to be installed for a contestant that was left out.
    var missing: [String: String] = [:]
    var growth: [Growth] = []
    var load: LoadCost.Figures?
    var command: CommandFigures?
    var suite: SuiteFigures?

    var table: String {
        let others = contestants.map { $0.name }.filter { ![PlayproofContestant.name, BareEngine.name].contains($0) }
        var rows = [["workload", "load ms", "minute ms", "frames/s", "÷ bare engine"] + others.map { "\($0) ÷ playproof" }]
        for run in runs {
            let play = run.seconds(PlayproofContestant.name, \.play).median
            var row = [run.workload, Figure.text(run.seconds(PlayproofContestant.name, \.load).median * 1000), Figure.text(play * 1000)]
            row.append(Figure.text(Double(run.frames(PlayproofContestant.name)) / play))
            row.append(run.failures[BareEngine.name] == nil ? Figure.text(run.ratio(of: PlayproofContestant.name, to: BareEngine.name, \.play).median) : "failed")
            row += others.map { run.failures[$0] == nil ? Figure.text(run.ratio(of: $0, to: PlayproofContestant.name).median) : "failed" }
            rows.append(row)
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            "| " + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ") + " |"
        }
        let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|"
        return ([lines[0], rule] + lines.dropFirst() + [""] + notes.map { "- \($0)" }).joined(separator: "\n")
    }

    private var notes: [String] {
        var notes = ["\(machine.processor), \(machine.cores) cores, \(machine.memoryGB) GB, \(machine.system); medians; a row is \(Int(seconds)) simulated seconds"]
        notes += growth.map(\.line)
        notes += load?.lines ?? []
        notes += command?.lines ?? []
        notes += suite?.lines ?? []
        notes += runs.flatMap { run in run.failures.sorted { $0.key < $1.key }.map { "\(run.workload) failed in \($0.key): \($0.value)" } }
        return notes + missing.sorted { $0.key < $1.key }.map { "\($0.key) is missing: \($0.value)" }
    }
}
