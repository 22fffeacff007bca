import Foundation
import Reports

/// Where a report goes: to standard output as it comes, or into a file at the end.
final class ReportDestination: ReportSink {
    private let file: OutputFile?
    private var text = ""
    /// Why nothing more can be written.
    private var failure: CommandFailure?
    let isTerminal: Bool

    init(file: OutputFile?) {
        self.file = file
        isTerminal = file == nil && isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    func write(_ text: String) {
        guard file == nil else {
            self.text += text
            return
        }
        guard failure == nil else { return }
        do {
            try StandardStreams.write(text)
        } catch {
            failure = error
        }
    }

    /// Throws what kept the report from being written, so that the run can stop.
    func check() throws(CommandFailure) {
        if let failure { throw failure }
    }

    /// Puts the file in its place.
    func finish() throws(CommandFailure) {
        try check()
        try file?.write(Data(text.utf8))
    }
}
