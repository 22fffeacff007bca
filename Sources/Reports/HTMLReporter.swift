import Foundation
import Scenarios

/// One page to look at: the table of submissions, their scorecards, their recorded sessions, tallies as plots.
///
/// Whole records stand in the page in chunks that are read only when a submission is opened. Traces do too when there
/// are few submissions; else each is a file beside the page.
public final class HTMLReporter: Reporter {
    private let sink: any ReportSink
    private let folder: (any ReportFolder)?
    /// Submissions up to which everything is in one file.
    private static let submissionsInside = 20
    private static let linesPerChunk = 200

    private var isInside = true
    private var rows: [String] = []
    private var lines: [String] = []
    private var chunkCount = 0
    private var traceNames: [String: String] = [:]
    /// The checks in the order in which records first have them.
    private var checks: [String] = []

    public init(_ sink: any ReportSink, folder: (any ReportFolder)? = nil) {
        self.sink = sink
        self.folder = folder
    }

    public func begin(total: Int?) {
        isInside = folder == nil || total.map { $0 <= Self.submissionsInside } ?? false
        sink.write(ViewerPage.opening)
    }

    public func trace(_ trace: Data, of id: String) {
        let name = String(rows.count)
        traceNames[id] = name
        let text = ViewerPage.quoted(String(decoding: trace, as: UTF8.self))
        if isInside {
            sink.write(ViewerPage.element("trace-\(name)", text))
        } else {
            folder?.write(Data("playproofTrace(\(ViewerPage.quoted(name)),\(ViewerPage.quoted(text)))\n".utf8), name: name + ".js")
        }
    }

    public func record(_ record: ResultRecord) {
        rows.append(row(record))
        lines.append(record.jsonLine(evidence: true))
        if lines.count == Self.linesPerChunk { writeChunk() }
    }

    public func end(_ summary: RunSummary) {
        if !lines.isEmpty { writeChunk() }
        let names = checks.map(ViewerPage.quoted).joined(separator: ",")
        let path = isInside ? "null" : ViewerPage.quoted(folder?.relativePath ?? "")
        let index = """
            {"checks":[\(names)],"sentence":\(ViewerPage.quoted(summary.sentence)),"folder":\(path),"linesPerChunk":\(Self.linesPerChunk),"rows":[
            \(rows.joined(separator: ",\n"))
            ]}
            """
        sink.write(ViewerPage.element("report-index", index))
        sink.write(ViewerPage.closing)
    }

    private func writeChunk() {
        sink.write(ViewerPage.element("records-\(chunkCount)", lines.joined(separator: "\n")))
        chunkCount += 1
        lines = []
    }

    /// What the table shows of a record, and by what it is filtered.
    private func row(_ record: ResultRecord) -> String {
        var letters: [String: Character] = [:]
        for finding in record.checks {
            letters[finding.id] = finding.status.rawValue.first
            if !checks.contains(finding.id) { checks.append(finding.id) }
        }
        let statuses = String(checks.map { letters[$0] ?? "-" })
        let fields: [String?] = [
            record.id, record.verdict.rawValue, record.failure?.rawValue, statuses, record.headline ?? "", record.model, record.task, traceNames.removeValue(forKey: record.id),
        ]
        return "[" + fields.map { $0.map(ViewerPage.quoted) ?? "null" }.joined(separator: ",") + "]"
    }
}
