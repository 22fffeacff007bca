import Foundation

/// Where a reporter writes.
public protocol ReportSink: AnyObject {
    func write(_ text: String)
    /// Whether a person looks at it, so that colours help.
    var isTerminal: Bool { get }
}

/// A file, a pipe or the terminal.
public final class FileSink: ReportSink {
    private let handle: FileHandle
    public let isTerminal: Bool

    public init(_ handle: FileHandle) {
        self.handle = handle
        isTerminal = isatty(handle.fileDescriptor) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    public func write(_ text: String) {
        // A reader who closed the pipe has seen enough; the exit code still tells the outcome.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}

/// Keeps the text in memory.
public final class TextSink: ReportSink {
    public private(set) var text = ""
    public let isTerminal: Bool

    public init(isTerminal: Bool = false) {
        self.isTerminal = isTerminal
    }

    public func write(_ text: String) { self.text += text }
}
