import Foundation

/// A file that is written whole or not at all: under a temporary name first, then renamed.
struct OutputFile {
    let path: String
    /// A device or a pipe is written to as it is: a rename would put a file in its place.
    let isSpecial: Bool
    /// Whether an existing file may be replaced.
    private let isReplacing: Bool

    /// Makes sure that the file can be written before any work is done for it.
    /// - Parameter force: an existing file may be replaced.
    init(_ path: String, force: Bool) throws(CommandFailure) {
        self.path = path
        isReplacing = force
        isSpecial = Self.isSpecial(path)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw CommandFailure("no such folder: \(folder). Make it first, or give another name than \(path).")
        }
        var isTargetFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isTargetFolder) else { return }
        if isTargetFolder.boolValue { throw CommandFailure("a folder, not a file: \(path). Give the name of a file.") }
        if !force, !isSpecial { throw Self.exists(path) }
    }

    private static func exists(_ path: String) -> CommandFailure {
        CommandFailure("the file exists already: \(path). Give another name, or --force to replace it.")
    }

    func write(_ data: Data) throws(CommandFailure) {
        guard !isSpecial else {
            do { return try FileHandle(forWritingTo: URL(fileURLWithPath: path)).write(contentsOf: data) } catch { throw Self.unwritable(path) }
        }
        let temporary = path + ".\(ProcessInfo.processInfo.processIdentifier).partial"
        defer { unlink(temporary) }
        do { try data.write(to: URL(fileURLWithPath: temporary)) } catch { throw Self.unwritable(path) }
        try take(temporary)
    }

    /// Gives a file that is whole its name. A link fails where a file of the name has come into being meanwhile; a rename, which is
    /// left for file systems without links, would replace it.
    func take(_ temporary: String) throws(CommandFailure) {
        if !isReplacing, !isSpecial {
            if link(temporary, path) == 0 {
                unlink(temporary)
                return
            }
            if errno == EEXIST { throw Self.exists(path) }
        }
        guard rename(temporary, path) == 0 else { throw Self.unwritable(path) }
    }

    /// The failure that the last system call's error amounts to.
    static func unwritable(_ path: String) -> CommandFailure {
        switch errno {
        case ENOSPC, EDQUOT: CommandFailure("the disk is full: \(path). Make room, then run the command again (check and run: with --resume).")
        case EFBIG: CommandFailure("the file may not get so large: \(path). Write it where files may, or raise the limit (ulimit -f).")
        default: CommandFailure("can't be written: \(path). Check the folder's permissions and the room on the disk.")
        }
    }

    private static func isSpecial(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        let kind = status.st_mode & S_IFMT
        return kind != S_IFREG && kind != S_IFDIR
    }
}
