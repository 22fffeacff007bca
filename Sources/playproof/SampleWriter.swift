import Foundation
import Reports
import Scenarios
import Suites

/// Writes submissions with their records: those that play, each page once, and the others with what is wrong with them.
final class SampleWriter {
    static let sampleSchema = "playproof/sample/1"
    static let feedbackSchema = "playproof/feedback/1"

    private let samples: ReportDestination
    private let feedback: ReportDestination?
    private let titles: [String: String]
    private var known: Set<ContentKey> = []
    private var counts = (samples: 0, copies: 0, feedback: 0)

    init(samples: String, feedback: String?, force: Bool, titles: [String: String]) throws {
        self.samples = try ReportDestination(file: samples, force: force)
        do {
            self.feedback = try feedback.map { path throws(CommandFailure) in try ReportDestination(file: path, force: force) }
        } catch {
            self.samples.abandon()
            throw error
        }
        self.titles = titles
    }

    deinit {
        samples.abandon()
        feedback?.abandon()
    }

    func add(_ record: ResultRecord, _ entry: RunEntry) throws {
        if record.verdict == .plays {
            guard known.insert(ContentKey(of: try entry.load().page)).inserted else {
                counts.copies += 1
                return
            }
            var object = try Self.object(Self.sampleSchema, record, entry)
            object.add("record", raw: record.jsonLine())
            samples.write(object.text + "\n")
            try samples.check()
            counts.samples += 1
        } else if let feedback {
            var object = try Self.object(Self.feedbackSchema, record, entry)
            object.add("verdict", text: record.verdict.rawValue)
            object.add("failure", text: record.failure?.rawValue, orNull: true)
            object.add("feedback", text: Feedback(record, titles: titles, sourceLines: entry.sourceLines()).text)
            feedback.write(object.text + "\n")
            try feedback.check()
            counts.feedback += 1
        }
    }

    func finish() throws(CommandFailure) {
        try samples.finish()
        try feedback?.finish()
    }

    /// As `12 samples written (1 copy left out), 28 with feedback`.
    var sentence: String {
        let copies = counts.copies == 0 ? "" : " (\(counts.copies) \(counts.copies == 1 ? "copy" : "copies") left out)"
        return "\(counts.samples) sample\(counts.samples == 1 ? "" : "s") written\(copies)" + (feedback == nil ? "" : ", \(counts.feedback) with feedback")
    }

    /// What both kinds of line begin with: the fields that `check` reads too.
    private static func object(_ schema: String, _ record: ResultRecord, _ entry: RunEntry) throws -> OrderedJSON {
        var object = OrderedJSON()
        object.add("schema", text: schema)
        object.add("task_id", text: record.task ?? record.id)
        object.add("id", text: record.id)
        object.add("model", text: record.model)
        if let sample = record.sample { object.add("sample", raw: String(sample)) }
        object.add("completion", text: try entry.reference.text())
        return object
    }
}
