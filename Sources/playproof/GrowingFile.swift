import Foundation
import Suites

/// An output file that is written piece by piece under another name and gets its own when it is whole.
///
/// What was written stays on the disk if the process is killed, so that `--resume` can go on from it.
final class GrowingFile {
    private let file: OutputFile
    private let descriptor: Int32
    /// Bytes of the pieces that were written whole.
    private var size = 0
    private var isOpen = true

    /// - Parameter force: what an earlier run has left behind may be thrown away.
    init(_ file: OutputFile, force: Bool) throws(CommandFailure) {
        self.file = file
        let path = UnfinishedResults.path(of: file.path)
        guard force || !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure("a run that wrote to \(file.path) was cut off and left \(path) behind. Go on from it with --resume, or begin anew with --force.")
        }
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw OutputFile.unwritable(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw CommandFailure("another run is writing to \(file.path) just now. Wait for it, or give another name.")
        }
        ftruncate(descriptor, 0)
    }

    deinit {
        if isOpen { close(descriptor) }
    }

    /// Adds a piece, whole or not at all.
    func append(_ text: String) throws(CommandFailure) {
        var text = text
        let isWritten = text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
        guard isWritten else {
            let error = OutputFile.unwritable(file.path)
            ftruncate(descriptor, off_t(size))
            throw error
        }
        size += text.utf8.count
    }

    /// Gives the file its name.
    func finish() throws(CommandFailure) {
        guard fsync(descriptor) == 0, rename(UnfinishedResults.path(of: file.path), file.path) == 0 else {
            throw OutputFile.unwritable(file.path)
        }
        close(descriptor)
        isOpen = false
    }

    /// Takes away what was written.
    func abandon() {
        guard isOpen else { return }
        unlink(UnfinishedResults.path(of: file.path))
        close(descriptor)
        isOpen = false
    }
}
