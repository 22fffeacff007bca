import Foundation

/// Figures of the playproof command as its users run it.
struct CommandFigures: Codable {
    /// Milliseconds from the start of a process to a page's first frame.
    var firstFrameMs: Figure
    /// Processor seconds of a whole check, by game.
    var checkSeconds: [String: Double] = [:]
    /// Games judged a second, by number of workers.
    var gamesPerSecond: [String: Double] = [:]
    /// Peak resident megabytes of a worker after all games of the suite.
    var workerMemoryMB = 0.0

    /// - Parameters:
    ///   - playproof: the command's path.
    ///   - page: any page.
    ///   - folders: games to judge.
    init(playproof: String, page: URL, folders: [URL], rounds: Int) throws {
        firstFrameMs = Figure(values: try (0..<rounds * 2).map { _ in
            try Stopwatch.seconds { _ = try ExternalScript.launch(playproof, ["open", page.path, "--advance", "17ms"]) } * 1000
        })
        for workers in [1, 2] {
            var output = ""
            let paths = folders.map(\.path)
            let seconds = try Stopwatch.seconds {
                output = try ExternalScript.launch(
                    playproof, ["check"] + paths + ["--workers", "\(workers)", "--timeout", "60", "--reporter", "jsonl"]).output
            }
            let records = output.split(separator: "\n").compactMap { try? JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
            gamesPerSecond["\(workers)"] = Double(records.count) / seconds
            guard workers == 1 else { continue }
            for record in records where record.verdict == "plays" { checkSeconds[record.id] = record.cpuSeconds }
            workerMemoryMB = records.map(\.peakMemoryMB).max() ?? 0
        }
    }

    private struct Record: Decodable {
        var id: String
        var verdict: String
        var cpuSeconds: Double
        var peakMemoryMB: Double
    }

    var checkMedian: Double { Figure(values: Array(checkSeconds.values)).median }
}
