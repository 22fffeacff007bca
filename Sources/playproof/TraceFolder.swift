import Foundation

/// The folder that a run's traces go to, a file a submission.
struct TraceFolder {
    let path: String

    /// Makes the folder, unless it is there.
    /// - Parameter force: whether there may be something in it already.
    init(_ path: String, force: Bool) throws(CommandFailure) {
        self.path = path
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard !exists || isFolder.boolValue else { throw CommandFailure("a file, not a folder: \(path). Give a folder with --trace-folder.") }
        let names = exists ? (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] : []
        guard names.isEmpty || force else {
            throw CommandFailure("the folder for the traces holds files already: \(path). Give another with --trace-folder, or --force to replace them.")
        }
        guard exists || (try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)) != nil else {
            throw CommandFailure("the folder can't be made: \(path). Check the permissions of the folder around it.")
        }
    }

    /// The folder beside an output file: `results-traces` for `results.jsonl`.
    static func beside(_ output: String?, suffix: String = "-traces") -> String {
        guard let output else { return "playproof-traces" }
        let name = output.split(separator: "/").last ?? ""
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        return output.dropLast(name.count) + (stem.isEmpty ? name : stem) + suffix
    }

    /// The file's name for a submission: its id, as far as file names can be so, and told from others like it.
    static func name(of id: String) -> String {
        let plain = String(id.unicodeScalars.map { scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_.".unicodeScalars.contains(scalar))
            return isPlain ? Character(scalar) : "_"
        })
        guard plain != id || plain.hasPrefix(".") || plain.isEmpty || plain.count > 100 else { return plain }
        var hash: UInt32 = 2_166_136_261
        for byte in id.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return "\(plain.drop { $0 == "." }.prefix(80))~\(String(hash, radix: 36))"
    }

    /// Writes a trace whole or not at all, in place of one of an earlier try.
    func write(_ data: Data, id: String) throws(CommandFailure) {
        try OutputFile(path + "/" + Self.name(of: id) + ".trace", force: true).write(data)
    }
}
