import Foundation
import Synchronization

/// The command's standard output and standard error, and the line of progress that may stand at the bottom of the terminal.
enum StandardStreams {
    /// What stands in the terminal's last line until it is rewritten; nil when nothing does.
    private static let status = Mutex<String?>(nil)

    /// Writes to standard output.
    /// - Throws: ``CommandFailure`` when nobody reads it any more or the disk behind it is full.
    static func write(_ text: String) throws(CommandFailure) {
        let isWritten = aside { FileHandle.standardOutput.put(text) }
        guard isWritten else {
            throw CommandFailure("standard output can't be written to (\(reason)). Use --output FILE, or read it to its end.")
        }
    }

    static func writeError(_ text: String) {
        _ = aside { FileHandle.standardError.put(text) }
    }

    /// A line of the program's own on standard error.
    static func note(_ text: String) {
        writeError("playproof: \(text)\n")
    }

    /// Rewrites the terminal's last line; nil takes it away.
    static func showStatus(_ text: String?) {
        status.withLock { status in
            guard text != status else { return }
            _ = FileHandle.standardError.put((status == nil ? "" : erase) + (text ?? ""))
            status = text
        }
    }

    private static let erase = "\r\u{1B}[K"

    /// Writes while no status is in the way.
    private static func aside(_ write: () -> Bool) -> Bool {
        status.withLock { status in
            guard let status else { return write() }
            _ = FileHandle.standardError.put(erase)
            defer { _ = FileHandle.standardError.put(status) }
            return write()
        }
    }

    private static var reason: String {
        String(cString: strerror(errno)).lowercased()
    }
}

extension FileHandle {
    /// - Returns: whether all of it could be written; `errno` says why not.
    fileprivate func put(_ text: String) -> Bool {
        (try? write(contentsOf: Data(text.utf8))) != nil
    }
}
