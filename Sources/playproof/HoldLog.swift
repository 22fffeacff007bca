import Foundation
import Suites
import Synchronization

/// The file that the environment variable `PLAYPROOF_HOLDS` names: a line of JSON for every job, with how long it kept its
/// worker. Tests of the limits read it; records don't tell, for a worker is gone only after its record is known.
final class HoldLog: Sendable {
    private let file: Mutex<FileHandle>

    /// - Throws: ``CommandFailure`` when the file can't be made; nil when none is named.
    init?(environment: [String: String] = ProcessInfo.processInfo.environment) throws(CommandFailure) {
        guard let path = environment["PLAYPROOF_HOLDS"] else { return nil }
        guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path) else {
            throw OutputFile.unwritable(path)
        }
        file = Mutex(handle)
    }

    func add(_ hold: JobHold) {
        guard let line = try? JSONEncoder().encode(hold) else { return }
        file.withLock { try? $0.write(contentsOf: line + [UInt8(ascii: "\n")]) }
    }
}
