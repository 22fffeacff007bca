import Foundation

extension Page {
    /// The bytes of a file of the submission, by a path or an address relative to its document; nil when there is none
    /// or the address leaves the submission.
    func fileBytes(_ address: String) -> Data? {
        var path = address
        let base = "https://submission.test/"
        if path.hasPrefix(base) { path.removeFirst(base.count) }
        guard !path.contains("://"), !path.hasPrefix("//"), !path.hasPrefix("data:") else { return nil }
        if let end = path.firstIndex(where: { $0 == "?" || $0 == "#" }) { path = String(path[..<end]) }
        path = Self.normalized(path.removingPercentEncoding ?? path)
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
