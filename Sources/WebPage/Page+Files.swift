import Foundation

extension Page {
    /// The bytes of a file of the submission, by a path or an address relative to its document; nil when there is none
    /// or the address leaves the submission.
    func fileBytes(_ address: String) -> Data? {
        guard let path = PageSource.path(of: address) else { return nil }
        if path == source.name { return Data(source.html.utf8) }
        return source.files[path]
    }

    func fileText(_ address: String) -> String? {
        fileBytes(address).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The path without `.` and `..`, which do not lead out of the submission.
    static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
