import Foundation
import Glibc

/// The system's memory of files.
enum FileCache {
    /// A program's file and those of its libraries, as far as the loader names them (ldd(1)).
    static func files(of program: String) throws -> [String] {
        let listed = try ExternalScript.launch("ldd", [program]).output
        let libraries = listed.split(whereSeparator: \.isWhitespace).map(String.init).filter { $0.hasPrefix("/") }
        return [program] + libraries
    }

    /// Asks the system to drop a file's pages; those that another process has mapped stay.
    static func forget(_ path: String) {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return }
        posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
        close(file)
    }
}
