import Foundation

/// The command's standard output and standard error.
enum StandardStreams {
    /// Writes to standard output.
    /// - Throws: ``CommandFailure`` when nobody reads it any more or the disk behind it is full.
    static func write(_ text: String) throws(CommandFailure) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            throw CommandFailure("standard output can't be written to (\(reason)). Use --output FILE, or read it to its end.")
        }
    }

    static func writeError(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// A line of the program's own on standard error.
    static func note(_ text: String) {
        writeError("playproof: \(text)\n")
    }

    private static var reason: String {
        String(cString: strerror(errno)).lowercased()
    }
}
