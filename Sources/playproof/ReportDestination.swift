import Foundation
import Reports

/// Where a report goes: to standard output, or into a file that bears its name once the report is whole.
final class ReportDestination: ReportSink {
    private enum Target {
        case standardOutput
        case file(GrowingFile)
        /// A pipe or a device, which has no other name to be written under.
        case device(FileHandle, path: String)
    }

    private let target: Target
    /// Why nothing more can be written.
    private var failure: CommandFailure?
    let isTerminal: Bool

    init() {
        target = .standardOutput
        isTerminal = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    /// - Parameter force: an existing file may be replaced, and what an earlier run has left behind.
    init(file path: String, force: Bool) throws(CommandFailure) {
        let file = try OutputFile(path, force: force)
        isTerminal = false
        if file.isSpecial {
            guard let handle = FileHandle(forWritingAtPath: path) else { throw OutputFile.unwritable(path) }
            target = .device(handle, path: path)
        } else {
            target = .file(try GrowingFile(file, force: force))
        }
    }

    func write(_ text: String) {
        guard failure == nil else { return }
        do throws(CommandFailure) {
            switch target {
            case .standardOutput: try StandardStreams.write(text)
            case .file(let file): try file.append(text)
            case .device(let handle, let path):
                guard (try? handle.write(contentsOf: Data(text.utf8))) != nil else { throw OutputFile.unwritable(path) }
            }
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
        if case .file(let file) = target { try file.finish() }
    }

    /// Takes an unfinished file away.
    func abandon() {
        if case .file(let file) = target { file.abandon() }
    }
}
