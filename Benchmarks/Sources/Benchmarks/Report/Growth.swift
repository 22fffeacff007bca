/// How a simulated time's cost grows with one quantity.
struct Growth: Codable {
    /// What grows, in words.
    var quantity: String
    /// In the order of their sizes.
    var steps: [Step]

    struct Step: Codable {
        var size: Int
        /// Milliseconds that the simulated time took Playproof and the engine alone, load aside.
        var playproof, bare: Double
    }

    /// - Parameter workloads: one a size.
    init(_ quantity: String, sizes: [Int], rounds: Int, workload: (Int) throws -> Workload, run: PairedRuns.Run) rethrows {
        self.quantity = quantity
        steps = try sizes.map { size in
            let runs = PairedRuns(try workload(size), rounds: rounds, contestants: [PlayproofContestant.self, BareEngine.self], run: run)
            let milliseconds = [PlayproofContestant.name, BareEngine.name].map { runs.seconds($0, \.play).median * 1000 }
            return Step(size: size, playproof: milliseconds[0], bare: milliseconds[1])
        }
    }

    var line: String {
        "\(quantity): " + steps.map { "\($0.size) in \(Figure.text($0.playproof)) ms (\(Figure.text($0.bare)) bare)" }.joined(separator: ", ")
    }
}
