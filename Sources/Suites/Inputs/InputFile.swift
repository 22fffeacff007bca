import Foundation

/// Reading of files that users name: with a limit, regular files only, and errors that say what to do.
struct InputFile {
    let path: String

    enum Kind {
        case file, folder, other
    }

    /// What is at the path; nil when there is nothing.
    static func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// Size in bytes; nil when it isn't a regular file.
    static func size(of path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    func bytes(atMost limit: Int) throws(InputError) -> Data {
        guard let size = Self.size(of: path) else {
            throw InputError("not a regular file", at: path, remedy: "Give a file, or a folder with index.html.")
        }
        guard size <= limit else { throw Self.tooLarge(path, bytes: size, limit: limit) }
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: limit + 1) ?? Data() else {
            throw InputError("can't be read", at: path, remedy: "Check the file's permissions.")
        }
        guard data.count <= limit else { throw Self.tooLarge(path, bytes: data.count, limit: limit) }
        return data
    }

    func text(atMost limit: Int) throws(InputError) -> String {
        try Self.text(of: bytes(atMost: limit), place: path)
    }

    static func tooLarge(_ place: String, bytes: Int, limit: Int) -> InputError {
        InputError(
            "too large (\(bytes / 1_000_000) MB, at most \(limit / 1_000_000) MB can be judged)", at: place,
            remedy: "Leave out what isn't part of the game.")
    }

    /// The bytes as text, without a byte order mark.
    static func text(of data: Data, place: String) throws(InputError) -> String {
        if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
            throw InputError("the text is UTF-16, not UTF-8", at: place, remedy: "Save it as UTF-8.")
        }
        let content = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        guard let text = String(validating: content, as: UTF8.self) else {
            let offset = firstInvalidByte(in: content)
            throw InputError("the text is not UTF-8 (byte \(offset))", at: place, remedy: "Save it as UTF-8.")
        }
        return text
    }

    /// Offset of the first byte that no UTF-8 text has there.
    private static func firstInvalidByte(in data: Data) -> Int {
        let repaired = Array(String(decoding: data, as: UTF8.self).utf8)
        return zip(data, repaired).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? repaired.count
    }
}
