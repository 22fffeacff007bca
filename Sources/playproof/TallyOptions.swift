import ArgumentParser
import Foundation
import Reports
import Suites

/// What the commands that count results have in common.
struct TallyOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Files of results.", valueName: "results"))
    var files: [String]

    @Option(name: .customLong("pass-at"), help: ArgumentHelp("For which k pass@k is given; by default 1, 5 and 10, where every task has so many answers.", valueName: "k,…"))
    var passAt: String?

    @Option(name: .long, help: ArgumentHelp("Write to a file, whole or not at all, instead of standard output.", valueName: "file"))
    var output: String?

    @Flag(name: .long, help: "Replace an output file that exists.")
    var force = false

    var ks: [Int] { passAt.map { $0.split(separator: ",").compactMap { Int($0) } } ?? [1, 5, 10] }

    func validate() throws {
        guard !ks.isEmpty, ks.allSatisfy({ $0 >= 1 }), passAt.map({ $0.count { $0 == "," } + 1 == ks.count }) ?? true else {
            throw ValidationError("--pass-at wants numbers from 1 on, as --pass-at 1,5,10.")
        }
    }

    func tally() throws -> Tally {
        var tally = Tally()
        for file in files { try ResultsFile(file).forEach { tally.add($0) } }
        for k in passAt == nil ? [] : ks where !tally.rulebooks.contains(where: { tally.models(rules: $0).contains { $0.passAt(k) != nil } }) {
            StandardStreams.note("pass@\(k) is left out: no model has \(k) answers to each of its tasks")
        }
        return tally
    }

    func write(_ text: String) throws(CommandFailure) {
        guard let output else { return try StandardStreams.write(text) }
        try OutputFile(output, force: force).write(Data(text.utf8))
    }
}
