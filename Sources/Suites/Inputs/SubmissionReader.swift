import Foundation

/// Finds the submissions in what a user names: pages, folders, scripts, answers, JSON Lines, folders of these, `-`.
public struct SubmissionReader: Sendable {
    public var limits: InputLimits

    public init(limits: InputLimits = InputLimits()) {
        self.limits = limits
    }

    /// The submissions in the order given, a folder's by name. Whatever is wrong with the input itself is thrown
    /// here, before anything is judged.
    /// - Parameter standardInput: gives the bytes that `-` stands for.
    public func references(
        _ inputs: [SuiteFile.Input], standardInput: () -> Data = { FileHandle.standardInput.readDataToEndOfFile() }
    ) throws(InputError) -> [SubmissionReference] {
        var references: [SubmissionReference] = []
        for input in inputs {
            for var reference in input.path == "-" ? try standardInputReferences(standardInput()) : try self.references(at: input.path) {
                reference.model = reference.model ?? input.model
                references.append(reference)
            }
        }
        return UniqueIDs.given(to: references)
    }

    /// The submissions in what lies at paths.
    public func references(
        _ paths: [String], standardInput: () -> Data = { FileHandle.standardInput.readDataToEndOfFile() }
    ) throws(InputError) -> [SubmissionReference] {
        try references(paths.map { SuiteFile.Input(path: $0) }, standardInput: standardInput)
    }

    /// The one submission of a path, for commands that work on one.
    public func submission(
        at path: String, standardInput: () -> Data = { FileHandle.standardInput.readDataToEndOfFile() }
    ) throws(InputError) -> Submission {
        let found = try references([path], standardInput: standardInput)
        guard found.count == 1 else {
            throw InputError("\(found.count) submissions where one is wanted", at: path, remedy: "Name one of its files.")
        }
        return try found[0].load()
    }

    // MARK: Paths

    private func references(at path: String) throws(InputError) -> [SubmissionReference] {
        switch InputFile.kind(of: path) {
        case nil:
            throw InputError("no such file", at: path, remedy: "Give a page, a folder with index.html, a script, an answer or a JSON Lines file.")
        case .other:
            throw InputError("not a regular file", at: path, remedy: "Give a file or a folder, or - for standard input.")
        case .file:
            let found = try fileReferences(path, isNamed: true)
            if found.count == 1 { _ = try found[0].load() }
            return found
        case .folder:
            let folder = Self.withoutTrailingSlash(path)
            let found = try folderReferences(folder, isNamed: true, depth: 0)
            guard !found.isEmpty else {
                throw InputError("the folder has no page", at: path, remedy: "Put an index.html into it, or answers, scripts or JSON Lines files.")
            }
            return found
        }
    }

    private func fileReferences(_ path: String, isNamed: Bool) throws(InputError) -> [SubmissionReference] {
        if try isJSONLines(path) {
            return try JSONLinesFile(path: path, limits: limits).lines().map {
                SubmissionReference(id: $0.id, origin: .line(path: path, $0.line), model: $0.model, isNamed: true, limits: limits)
            }
        }
        return [SubmissionReference(id: Self.id(ofFile: path), origin: .file(path: path), isNamed: isNamed, limits: limits)]
    }

    private func isJSONLines(_ path: String) throws(InputError) -> Bool {
        if let format = SubmissionFile.format(ofName: path) { return format == .jsonLines }
        guard let handle = FileHandle(forReadingAtPath: path), let start = try? handle.read(upToCount: 4_000) else { return false }
        return SubmissionFile.format(ofText: String(decoding: start, as: UTF8.self)) == .jsonLines
    }

    private func folderReferences(_ path: String, isNamed: Bool, depth: Int) throws(InputError) -> [SubmissionReference] {
        if let document = PageFolder.documentName(in: path) {
            let reference = SubmissionReference(
                id: SubmissionFile.lastComponent(path), origin: .folder(path: path, document: document), isNamed: isNamed, limits: limits)
            if isNamed { _ = try reference.load() }
            return [reference]
        }
        guard depth < limits.folderDepth else { return [] }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        var found: [SubmissionReference] = []
        for name in names where !name.hasPrefix(".") && name != "node_modules" {
            let member = path + "/" + name
            switch InputFile.kind(of: member) {
            case .folder: found += try folderReferences(member, isNamed: false, depth: depth + 1)
            case .file where SubmissionFile.format(ofName: name) != nil && !Self.isDocumentation(name):
                found += try fileReferences(member, isNamed: false)
            default: continue
            }
        }
        return found
    }

    /// Text about the submissions rather than one of them.
    private static func isDocumentation(_ name: String) -> Bool {
        ["readme.md", "readme.txt", "license.txt", "license.md"].contains(name.lowercased())
    }

    private func standardInputReferences(_ data: Data) throws(InputError) -> [SubmissionReference] {
        let place = "standard input"
        let text = try InputFile.text(of: data, place: place)
        guard SubmissionFile.format(ofText: text) == .jsonLines else {
            guard data.count <= limits.pageBytes else { throw InputFile.tooLarge(place, bytes: data.count, limit: limits.pageBytes) }
            let submission = try SubmissionFile.submission(of: text, id: "stdin", source: "-", name: "stdin")
            return [SubmissionReference(id: "stdin", origin: .loaded(submission), isNamed: true, limits: limits)]
        }
        return try JSONLinesFile(path: place, limits: limits, data: data).submissions().map {
            SubmissionReference(id: $0.id, origin: .loaded($0), model: $0.model, isNamed: true, limits: limits)
        }
    }

    // MARK: Ids

    /// `games/a07/index.html` is `a07`, `answers/a08.md` is `a08`.
    static func id(ofFile path: String) -> String {
        let parts = path.split(separator: "/")
        guard let last = parts.last else { return path }
        if last.lowercased() == "index.html", parts.count > 1 { return String(parts[parts.count - 2]) }
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return String(last) }
        return String(last[..<dot])
    }

    private static func withoutTrailingSlash(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? withoutTrailingSlash(String(path.dropLast())) : path
    }
}
