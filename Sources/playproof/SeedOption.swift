import ArgumentParser

struct SeedOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Seed of Math.random: the same seed gives the same game.", valueName: "n"))
    var seed: UInt64 = 1
}
