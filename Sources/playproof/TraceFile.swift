import Foundation

/// Reads trace files for the commands that take them.
enum TraceFile {
    static func read(_ path: String) throws(CommandFailure) -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("no such file: \(path). Give a trace that playproof record has written.")
        }
        return data
    }
}
