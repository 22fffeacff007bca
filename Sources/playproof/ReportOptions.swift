import ArgumentParser
import Foundation
import Reports

extension ReporterName: ExpressibleByArgument {}

/// How results are reported, and where.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "How results are shown: \(ReporterName.allCases.map(\.rawValue).joined(separator: ", ")). May be given several times.")
    var reporter: [ReporterName] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Write the report of the --reporter before it to a file, whole or not at all, instead of standard output.", valueName: "file"))
    var output: [String] = []

    @Flag(name: .long, help: "Add to JSON Lines what each failed check rests on, which other reports and feedback are made of.")
    var evidence = false

    @Flag(name: .long, help: "Replace output files that exist.")
    var force = false

    @Flag(name: .long, help: "Say nothing on standard error but errors.")
    var quiet = false

    @Flag(
        name: .long, inversion: .prefixedNo,
        help: "Say also what small repairs would make of a submission with a slip; the verdict stays. Only a lone list does so by itself.")
    var repairs: Bool?

    /// The reports in the order of the command line.
    func plan(arguments: [String] = CommandLine.arguments) throws(CommandFailure) -> ReportPlan {
        let given = ArgumentOrder.sequence(of: ["reporter": reporter.map(\.rawValue), "output": output], in: arguments)
        var items: [ReportPlan.Item] = []
        // An --output that stands before the only --reporter is meant for it.
        var early: String?
        for (name, value) in given {
            if name == "reporter", let reporter = ReporterName(rawValue: value) {
                items.append(ReportPlan.Item(name: reporter, file: early))
                early = nil
            } else if let last = items.indices.last, items[last].file == nil {
                items[last].file = value
            } else if early == nil {
                early = value
            } else {
                throw Self.lone(value)
            }
        }
        if let early, !items.isEmpty { throw Self.lone(early) }
        if items.isEmpty { items = [ReportPlan.Item(name: .list, file: early)] }
        try Self.check(items)
        let wantsRepairs = repairs ?? items.allSatisfy { $0.name == .list }
        return ReportPlan(items: items, evidence: evidence, force: force, wantsRepairs: wantsRepairs, isQuiet: quiet)
    }

    private static func lone(_ file: String) -> CommandFailure {
        CommandFailure("--output \(file) has no reporter of its own. Put one before it, as --reporter jsonl --output \(file).")
    }

    private static func check(_ items: [ReportPlan.Item]) throws(CommandFailure) {
        let open = items.filter { $0.file == nil }
        guard open.count < 2 else {
            throw CommandFailure(
                "\(open.map(\.name.rawValue).joined(separator: " and ")) would both go to standard output. Put --output FILE behind all reporters but one.")
        }
        let files = items.compactMap(\.file).filter { $0 != "/dev/null" }
        guard let twin = files.first(where: { file in files.count { $0 == file } > 1 }) else { return }
        throw CommandFailure("two reports would go to \(twin). Give each a file of its own.")
    }
}
