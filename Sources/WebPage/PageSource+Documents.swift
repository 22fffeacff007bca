import Foundation

extension PageSource {
    /// Another document of the submission as a page, with all its files beside it.
    /// - Parameter address: where a link or a script led to, in full or relative to the submission's folder.
    /// - Returns: nil where the address is this document's own or belongs to no document of the submission.
    public func document(at address: String) -> PageSource? {
        guard let document = Self.documents(at: address).first(where: { files[$0] != nil }), let data = files[document] else { return nil }
        var others = files
        others[document] = nil
        others[name] = Data(html.utf8)
        return PageSource(html: String(decoding: data, as: UTF8.self), name: document, files: others)
    }

    /// Whether an address is this document's own.
    public func isAddressed(by address: String) -> Bool { Self.documents(at: address).contains(name) }

    /// The paths of the documents that an address may mean.
    private static func documents(at address: String) -> [String] {
        guard let path = path(of: address) else { return [] }
        return [path, path.isEmpty ? "index.html" : path + "/index.html"].filter { path in [".html", ".htm"].contains(where: path.lowercased().hasSuffix) }
    }

    /// The address under which the submission's folder is known to its pages.
    static let base = "https://submission.test/"

    /// The path in the submission that an address means; nil where it leaves the submission.
    static func path(of address: String) -> String? {
        var path = address
        if path.hasPrefix(base) { path.removeFirst(base.count) }
        guard !path.contains("://"), !path.hasPrefix("//"), !path.hasPrefix("data:") else { return nil }
        if let end = path.firstIndex(where: { $0 == "?" || $0 == "#" }) { path = String(path[..<end]) }
        return Page.normalized(path.removingPercentEncoding ?? path)
    }
}
