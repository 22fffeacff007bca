import Foundation

/// What a run that could not end itself, as at a power cut, has left behind: the beginning of its report, under the name
/// that the report bears until it is whole.
public enum UnfinishedResults {
    /// The name of a report that isn't whole yet.
    public static func path(of report: String) -> String { report + ".partial" }

    /// Adds the whole lines that were left behind to the report, so that it can be gone on from.
    /// - Parameter write: puts a file in its place, whole or not at all.
    public static func settle(_ report: String, write: (Data) throws -> Void) throws {
        let partial = path(of: report)
        guard InputFile.size(of: partial) != nil else { return }
        let left = try ResultsFile(partial)
        var text = InputFile.size(of: report) == nil ? Data() : try ResultsFile(report).data
        var known: Set<String> = []
        if !text.isEmpty { try ResultsFile(report).forEach { known.insert($0.id) } }
        for line in left.isWhole ? left.lines()[...] : left.lines().dropLast() {
            guard known.insert(try left.record(at: line.range, number: line.number).id).inserted else { continue }
            text.append(left.data[line.range] + [UInt8(ascii: "\n")])
        }
        try write(text)
        try FileManager.default.removeItem(atPath: partial)
    }
}
