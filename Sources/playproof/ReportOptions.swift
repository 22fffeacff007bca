import ArgumentParser
import Foundation
import Reports

extension ReporterName: ExpressibleByArgument {}

/// How results are reported, and where.
struct ReportOptions: ParsableArguments {
    @Option(name: .long, help: "How results are shown: \(ReporterName.allCases.map(\.rawValue).joined(separator: ", ")).")
    var reporter = ReporterName.list

    @Option(name: .long, help: ArgumentHelp("Write the report to a file, whole or not at all, instead of standard output.", valueName: "file"))
    var output: String?

    @Flag(name: .long, help: "Replace an output file that exists.")
    var force = false

    @Flag(name: .long, help: "Say nothing on standard error but errors.")
    var quiet = false

    func destination() throws -> ReportDestination {
        try ReportDestination(file: output.map { path throws(CommandFailure) in try OutputFile(path, force: force) })
    }
}
