import ArgumentParser

@main
struct BenchmarksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks", abstract: "Measures Playproof against what its users would take instead.",
        subcommands: [Compare.self, RecordingCost.self, CanvasCost.self, LoadCost.self, InstructionCounts.self, Contest.self], defaultSubcommand: Compare.self)
}
