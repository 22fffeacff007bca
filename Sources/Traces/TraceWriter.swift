import Foundation

/// Records a session into a file while it runs.
///
/// The lines go to `PATH.partial`, which can be read at any moment (a trace that is cut off), and which gets its
/// name when it is finished, so that a file of that name is always whole.
public final class TraceWriter {
    private let path: String
    private let isReplacing: Bool
    private let file: FileHandle
    private var encoder: TraceEncoder
    /// Text that is kept back until it is worth a system call.
    private static let bufferSize = 16_384

    /// Where the recording is until it is finished.
    public var partialPath: String { path + ".partial" }

    /// - Parameter replacing: whether a file that is there already may be replaced.
    public init(_ path: String, header: TraceHeader, replacing: Bool = false) throws(TraceError) {
        if !replacing, FileManager.default.fileExists(atPath: path) { throw Self.exists(path) }
        let partial = path + ".partial"
        guard FileManager.default.createFile(atPath: partial, contents: nil), let file = FileHandle(forWritingAtPath: partial) else {
            throw TraceError(.file, path: path, "the trace can't be written", remedy: "give a folder that exists and that you may write to")
        }
        self.path = path
        self.file = file
        isReplacing = replacing
        encoder = TraceEncoder(header: header)
        try flush(from: 0)
    }

    private static func exists(_ path: String) -> TraceError {
        TraceError(.exists, path: path, "there is such a file already", remedy: "give another name, or allow it to be replaced")
    }

    /// Something done to the page, as JSON, before the frame that follows.
    public func input(_ json: String, at time: Double) throws(TraceError) {
        try encoder.input(json, at: time)
        try flush(from: Self.bufferSize)
    }

    /// Console output, an error or a finding, as JSON.
    public func note(_ kind: TraceEvent.Kind, _ json: String, at time: Double) throws(TraceError) {
        try encoder.note(kind, json, at: time)
        try flush(from: Self.bufferSize)
    }

    /// To be called for every frame.
    public func frame(_ frame: TraceFrame) throws(TraceError) {
        try encoder.frame(frame)
        try flush(from: Self.bufferSize)
    }

    /// Writes the end and gives the file its name.
    @discardableResult
    public func finish() throws(TraceError) -> TraceSummary {
        let summary = encoder.finish()
        try flush(from: 0)
        do {
            try file.synchronize()
            try file.close()
        } catch {
            throw failed()
        }
        try rename()
        return summary
    }

    /// Gives up: nothing is left behind.
    public func discard() {
        try? file.close()
        try? FileManager.default.removeItem(atPath: partialPath)
    }

    /// A link fails where a file of the name has come into being meanwhile; a rename would replace it.
    private func rename() throws(TraceError) {
        if isReplacing {
            guard Foundation.rename(partialPath, path) == 0 else { throw failed() }
            return
        }
        guard link(partialPath, path) == 0 else {
            throw FileManager.default.fileExists(atPath: path) ? Self.exists(path) : failed()
        }
        unlink(partialPath)
    }

    private func flush(from size: Int) throws(TraceError) {
        guard encoder.pendingCount >= size else { return }
        do { try file.write(contentsOf: Data(encoder.take().utf8)) } catch { throw failed() }
    }

    private func failed() -> TraceError {
        TraceError(.file, path: path, "the trace can't be written", remedy: "make room on the disk, or give another folder")
    }
}
