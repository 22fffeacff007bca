import Foundation

/// Everything that was measured in one run, as JSON and as a table.
struct BenchmarkReport: Codable {
    var machine = Machine.current
    var seconds: Double
    var runs: [PairedRuns] = []
    /// What has to be installed for a contestant that was left out.
    var missing: [String: String] = [:]
    var command: CommandFigures?

    var table: String {
        let names = contestants.map { $0.name }
        var rows = [["workload", "load ms", "minute ms", "frames/s"] + names.dropFirst().map { "\($0) ÷ playproof" }]
        for run in runs {
            let play = run.seconds("playproof", \.play).median
            var row = [run.workload, Self.text(run.seconds("playproof", \.load).median * 1000), Self.text(play * 1000)]
            row.append(Self.text(Double(run.frames("playproof")) / play))
            row += names.dropFirst().map { run.failures[$0] == nil ? Self.text(run.ratio(of: $0, to: "playproof").median) : "failed" }
            rows.append(row)
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            "| " + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ") + " |"
        }
        let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|"
        return ([lines[0], rule] + lines.dropFirst() + [""] + notes).joined(separator: "\n")
    }

    private var notes: [String] {
        var notes = ["\(machine.processor), \(machine.cores) cores, \(machine.memoryGB) GB, \(machine.system); medians; a row is \(Int(seconds)) simulated seconds"]
        if let command {
            notes.append("process start to first frame: \(Self.text(command.firstFrameMs.median)) ms")
            notes.append("a whole check of a playing game: \(Self.text(command.checkMedian)) CPU s; highest memory of a worker: \(Self.text(command.workerMemoryMB)) MB")
            for (workers, rate) in command.gamesPerSecond.sorted(by: { $0.key < $1.key }) {
                notes.append("games a second with \(workers) worker\(workers == "1" ? "" : "s"): \(Self.text(rate))")
            }
        }
        notes += missing.sorted { $0.key < $1.key }.map { "\($0.key) is missing: \($0.value)" }
        return notes
    }

    private static func text(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        return value >= 100 ? String(format: "%.0f", value) : value >= 10 ? String(format: "%.1f", value) : String(format: "%.2f", value)
    }
}
