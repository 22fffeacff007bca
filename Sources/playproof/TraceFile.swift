import Foundation

/// Reads trace files for the commands that take them.
enum TraceFile {
    static func read(_ path: String) throws(CommandFailure) -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            let problem = FileManager.default.fileExists(atPath: path) ? "can't be read as a file" : "no such file"
            throw CommandFailure("\(problem): \(path). Give a trace that playproof record has written.")
        }
        return data
    }
}
