import ArgumentParser
import Traces

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare two traces and show the first difference.",
        discussion: """
            The exit code is 0 when the traces are the same and 1 when not.

            EXAMPLE
              playproof diff before.trace after.trace
            """)

    @Argument(help: "The first trace.")
    var first: String

    @Argument(help: "The second trace.")
    var second: String

    func run() throws {
        let expected = try TraceReader.read(TraceFile.read(first), path: first)
        let actual = try TraceReader.read(TraceFile.read(second), path: second)
        guard let difference = TraceComparison(expected: expected, actual: actual).firstDifference(ignoringSubmission: true) else {
            return try StandardStreams.write("the traces are the same\n")
        }
        try StandardStreams.write(difference.description(picture: ReadingPicture.text(of:)) + "\n")
        throw ExitCode(1)
    }
}
