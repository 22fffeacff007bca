import Foundation

/// A trace file that grows while a session goes on: `PATH.partial`, which can be read at any moment, and which gets its name
/// when the trace is whole.
final class GrowingTrace: @unchecked Sendable {
    let partialPath: String
    private let target: OutputFile
    private let handle: FileHandle
    private var failure: CommandFailure?

    init(_ path: String, force: Bool) throws(CommandFailure) {
        target = try OutputFile(path, force: force)
        partialPath = path + ".partial"
        guard force || !FileManager.default.fileExists(atPath: partialPath) else {
            throw CommandFailure("an earlier recording was broken off: \(partialPath). Rename it to keep it, or --force to replace it.")
        }
        guard FileManager.default.createFile(atPath: partialPath, contents: nil), let handle = FileHandle(forWritingAtPath: partialPath) else {
            throw CommandFailure("can't be written: \(partialPath). Check the folder's permissions and the room on the disk.")
        }
        self.handle = handle
    }

    func append(_ data: Data) {
        guard failure == nil else { return }
        do {
            try handle.write(contentsOf: data)
        } catch {
            failure = CommandFailure("can't be written: \(partialPath). Make room on the disk.")
        }
    }

    /// Gives the file its name.
    func finish() throws(CommandFailure) {
        if let failure { throw failure }
        guard (try? handle.close()) != nil else { throw CommandFailure("can't be written: \(target.path). What was recorded is in \(partialPath).") }
        do { try target.take(partialPath) } catch { throw CommandFailure("\(error.message) What was recorded is in \(partialPath).") }
    }

    /// Leaves what was recorded under its present name, and says so; nothing where nothing was.
    func abandon() {
        let size = (try? handle.offset()) ?? 0
        try? handle.close()
        guard size > 0 else {
            try? FileManager.default.removeItem(atPath: partialPath)
            return
        }
        StandardStreams.note("what was recorded until then is in \(partialPath). Look at it with playproof replay --cut-off.")
    }
}
