import Foundation

/// Figures of the playproof command as its users run it.
struct CommandFigures: Codable {
    /// Milliseconds from the start of a process to a page's first frame, with the command's files in memory.
    var firstFrameMs: Figure
    /// The same after the system was asked to forget the command's files.
    var firstFrameColdMs: Figure
    /// Processor seconds of a whole check, by game.
    var checkSeconds: [String: Double] = [:]
    /// Games judged a second, by number of workers.
    var gamesPerSecond: [String: Double] = [:]
    /// Peak resident megabytes of a worker after all games.
    var workerMemoryMB = 0.0

    /// - Parameters:
    ///   - playproof: the command's path.
    ///   - page: any page.
    ///   - folders: games to judge.
    init(playproof: String, page: URL, folders: [URL], rounds: Int) throws {
        let files = try FileCache.files(of: playproof)
        func firstFrame() throws -> Double {
            try Stopwatch.seconds { _ = try ExternalScript.launch(playproof, ["open", page.path, "--advance", "17ms"]) } * 1000
        }
        firstFrameMs = Figure(values: try (0..<rounds * 2).map { _ in try firstFrame() })
        firstFrameColdMs = Figure(values: try (0..<rounds).map { _ in
            files.forEach(FileCache.forget)
            return try firstFrame()
        })
        for workers in [1, 2] {
            var output = ""
            let paths = folders.map(\.path)
            let seconds = try Stopwatch.seconds {
                output = try ExternalScript.launch(
                    playproof, ["check"] + paths + ["--workers", "\(workers)", "--timeout", "60", "--reporter", "jsonl"]).output
            }
            let records = JudgedRecord.all(in: output)
            gamesPerSecond["\(workers)"] = Double(records.count) / seconds
            guard workers == 1 else { continue }
            for record in records where record.verdict == "plays" { checkSeconds[record.id] = record.cpuSeconds }
            workerMemoryMB = records.map(\.peakMemoryMB).max() ?? 0
        }
    }

    var lines: [String] {
        let checks = Figure(values: Array(checkSeconds.values))
        return [
            "process start to first frame: \(Figure.text(firstFrameMs.median)) ms, \(Figure.text(firstFrameColdMs.median)) ms with the command's files not in memory",
            "a whole check of a playing game: \(Figure.text(checks.median)) CPU s; highest memory of a worker: \(Figure.text(workerMemoryMB)) MB",
        ] + gamesPerSecond.sorted { $0.key < $1.key }.map { "whole checks a second, \($0.key) worker\($0.key == "1" ? "" : "s"): \(Figure.text($0.value))" }
    }
}
