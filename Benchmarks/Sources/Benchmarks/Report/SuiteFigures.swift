import Foundation

/// A suite of many submissions, each asked only whether it loads without an error: what judging costs around the games.
struct SuiteFigures: Codable {
    /// Submissions judged a second, by how many there were and the number of workers, as `1000/2`.
    var perSecond: [String: Double] = [:]
    /// Highest resident megabytes of a worker among the last submissions, by how many there were.
    var workerMemoryMB: [String: Double] = [:]
    /// Records at a suite's end that say what a worker has come to.
    private static let lastRecords = 20

    /// - Parameters:
    ///   - playproof: the command's path.
    ///   - sizes: how many submissions, smallest first.
    ///   - repository: where the makers of submissions are.
    init(playproof: String, sizes: [Int], repository: URL) throws {
        for size in sizes {
            let answers = FileManager.default.temporaryDirectory.appending(path: "suite-\(UUID().uuidString).jsonl")
            defer { try? FileManager.default.removeItem(at: answers) }
            let made = try ExternalScript.launch("node", [repository.appending(path: "Tests/Storm/make.mjs").path, "\(size)", "1"])
            guard made.status == 0 else { throw ExternalScript.Failure(description: "Tests/Storm/make.mjs ended with status \(made.status); install Debian's nodejs") }
            try Data(made.output.utf8).write(to: answers)
            for workers in [1, 2] {
                var output = ""
                let seconds = try Stopwatch.seconds {
                    let scenario = repository.appending(path: "Tests/Storm/quiet.yaml").path
                    output = try ExternalScript.launch(
                        playproof, ["run", scenario, "--on", answers.path, "--workers", "\(workers)", "--quiet", "--reporter", "jsonl"]).output
                }
                let records = JudgedRecord.all(in: output)
                perSecond["\(size)/\(workers)"] = Double(records.count) / seconds
                if workers == 1 { workerMemoryMB["\(size)"] = records.suffix(Self.lastRecords).map(\.peakMemoryMB).max() ?? 0 }
            }
        }
    }

    var lines: [String] {
        let sizes = workerMemoryMB.keys.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
        return sizes.map { size in
            let rates = ["1", "2"].map { "\(Figure.text(perSecond["\(size)/\($0)"] ?? .nan)) a second with \($0) worker\($0 == "1" ? "" : "s")" }
            return "a suite of \(size) that only load: \(rates.joined(separator: ", ")); a worker has \(Figure.text(workerMemoryMB[size] ?? .nan)) MB at its end"
        }
    }
}
