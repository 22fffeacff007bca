import ArgumentParser
import Reports
import Traces

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare two traces and show the first difference.",
        discussion: """
            Findings and drawings in the traces don't count. The exit code is 0 when the traces are the same and 1 when not.

            EXAMPLES
              playproof diff before.trace after.trace
              playproof diff before.trace after.trace --keep-going
              playproof diff before.trace after.trace --html difference.html
            """)

    @Argument(help: "The first trace.")
    var first: String

    @Argument(help: "The second trace.")
    var second: String

    @Flag(name: .long, help: "List all differences: after each, go on where both show the same again.")
    var keepGoing = false

    @Option(name: .long, help: ArgumentHelp("Write a page that shows both side by side, with the first difference marked.", valueName: "file"))
    var html: String?

    @Flag(name: .long, help: "Replace a page that exists.")
    var force = false

    func run() throws {
        let files = try [first, second].map { (name: $0, data: try TraceFile.read($0)) }
        let expected = try TraceReader.read(files[0].data, path: first)
        let actual = try TraceReader.read(files[1].data, path: second)
        if let html { try OutputFile(html, force: force).write(ViewerPage.comparing(files)) }
        let comparison = TraceComparison(expected: expected, actual: actual)
        let text = DifferenceText(expected: expected, actual: actual)
        guard let difference = comparison.firstDifference(ignoringSubmission: true) else {
            return try StandardStreams.write("the traces are the same\n")
        }
        let all = keepGoing ? text.list(comparison.differences(ignoringSubmission: true)) : text.text(of: difference)
        try StandardStreams.write(all + "\n")
        throw ExitCode(1)
    }
}
