import Foundation
import WebPage

/// A folder that is one page: a document with the files it is made of.
struct PageFolder {
    /// Empty for the working directory.
    let path: String
    let limits: InputLimits

    struct Contents {
        var page: PageSource
        var notes: [String]
    }

    /// The name of the folder's document: `index.html`, or its only page if no other file is a submission of its own.
    static func documentName(in path: String) -> String? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        if let index = names.first(where: { $0.lowercased() == "index.html" }) { return index }
        let pages = names.filter { ["html", "htm"].contains(SubmissionFile.fileExtension(of: $0)) }
        guard pages.count == 1, let page = pages.first else { return nil }
        let scripts = names.filter { ["js", "mjs"].contains(SubmissionFile.fileExtension(of: $0)) }
        guard !scripts.isEmpty, let text = try? InputFile(path: path + "/" + page).text(atMost: InputLimits().pageBytes) else { return nil }
        return scripts.allSatisfy(text.contains) ? page : nil
    }

    /// The path of one of its files, as users know it.
    private func path(of name: String) -> String {
        path.isEmpty || path.hasSuffix("/") ? path + name : path + "/" + name
    }

    /// The document with every file of the folder.
    func contents(document: String) throws(InputError) -> Contents {
        let html = try InputFile(path: path(of: document)).text(atMost: limits.pageBytes)
        var collected = FileCollection(folder: path(of: ""), limits: limits)
        for file in allFiles() where file != document { collected.add(file) }
        return Contents(page: PageSource(html: html, name: document, files: collected.files), notes: collected.notes)
    }

    /// The document with the files that it, or one of these files, names: its neighbours may be other submissions.
    func contents(following document: String) throws(InputError) -> Contents {
        let html = try InputFile(path: path(of: document)).text(atMost: limits.pageBytes)
        var collected = FileCollection(folder: path(of: ""), limits: limits)
        var texts = [html]
        while let text = texts.popLast() {
            for name in LocalReferences.paths(in: text) where name != document && collected.files[name] == nil {
                guard collected.add(name), ["js", "mjs", "css"].contains(SubmissionFile.fileExtension(of: name)),
                    let data = collected.files[name]
                else { continue }
                texts.append(String(decoding: data, as: UTF8.self))
            }
        }
        return Contents(page: PageSource(html: html, name: document, files: collected.files), notes: collected.notes)
    }

    /// Relative paths of the files below the folder, in order; hidden ones and installed packages are nobody's game.
    private func allFiles() -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: path) else { return [] }
        var files: [String] = []
        while let name = walk.nextObject() as? String {
            let last = name.split(separator: "/").last ?? ""
            if last.hasPrefix(".") || last == "node_modules" {
                walk.skipDescendants()
            } else {
                files.append(name)
            }
            if files.count > limits.assetCount * 4 { break }
        }
        return files.sorted()
    }
}

/// Files beside a page, within the limits.
private struct FileCollection {
    /// Ends with a slash, or is empty for the working directory.
    let folder: String
    let limits: InputLimits
    private(set) var files: [String: Data] = [:]
    private(set) var notes: [String] = []
    private var total = 0

    init(folder: String, limits: InputLimits) {
        self.folder = folder
        self.limits = limits
    }

    /// Adds a regular file; symbolic links are left out, for they may lead out of the submission.
    @discardableResult
    mutating func add(_ name: String) -> Bool {
        let path = folder + name
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        let size = Int(status.st_size)
        guard size <= limits.assetBytes else {
            notes.append(Notes.leftOut(name, bytes: size))
            return false
        }
        guard files.count < limits.assetCount, total + size <= limits.assetBytesTotal else {
            if notes.last != Notes.filesLeftOut { notes.append(Notes.filesLeftOut) }
            return false
        }
        guard let data = try? InputFile(path: path).bytes(atMost: limits.assetBytes) else { return false }
        files[name] = data
        total += data.count
        return true
    }
}
