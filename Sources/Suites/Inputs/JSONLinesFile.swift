import Foundation
import WebPage

/// Completions of models as HumanEval and EvalPlus write them: one JSON object a line, with `task_id` and
/// `completion` (or `solution`), optionally `model` and `sample`.
struct JSONLinesFile {
    let path: String
    let limits: InputLimits
    /// The contents, where there is no file to map.
    var data: Data?

    /// What a line says.
    struct Entry: Decodable {
        var task: String
        var completion: String
        var model: String?
        var sample: Int?

        private enum Keys: String, CodingKey {
            case task_id, completion, solution, model, sample
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Keys.self)
            if let number = try? fields.decode(Int.self, forKey: .task_id) {
                task = String(number)
            } else {
                task = try fields.decode(String.self, forKey: .task_id)
            }
            completion = try fields.decodeIfPresent(String.self, forKey: .completion) ?? fields.decode(String.self, forKey: .solution)
            model = try fields.decodeIfPresent(String.self, forKey: .model)
            sample = try fields.decodeIfPresent(Int.self, forKey: .sample)
        }
    }

    /// Where a line is, so that its text needn't stay in memory until its turn.
    struct Line: Sendable {
        var number: Int
        var offset: Int
        var length: Int
    }

    /// Checks every line and says where they are, with their ids and models.
    func lines() throws(InputError) -> [(line: Line, id: String, model: String?)] {
        let data = try content()
        var found: [(line: Line, id: String, model: String?)] = []
        var number = 0
        var start = data.startIndex
        while start < data.endIndex {
            let end = data[start...].firstIndex(of: UInt8(ascii: "\n")) ?? data.endIndex
            number += 1
            let line = Line(number: number, offset: start - data.startIndex, length: end - start)
            if !data[start..<end].allSatisfy({ $0 <= 32 }) {
                let entry = try entry(of: data[start..<end], number: number)
                found.append((line, entry.task + (entry.sample.map { "#\($0)" } ?? ""), entry.model))
            }
            start = end + 1
        }
        guard !found.isEmpty else {
            throw InputError("the file has no lines", at: path, remedy: "Each line is a JSON object with task_id and completion.")
        }
        return found
    }

    /// All submissions at once, for input that can't be read twice.
    func submissions() throws(InputError) -> [Submission] {
        var submissions: [Submission] = []
        for found in try lines() { submissions.append(try submission(at: found.line, id: found.id)) }
        return submissions
    }

    /// The submission of a line. An answer without a page is a model's failure, not the user's: it is judged.
    func submission(at line: Line, id: String) throws(InputError) -> Submission {
        let entry = try entry(at: line)
        let source = "\(path):\(line.number)"
        var submission = Submission.reading(id: id, source: source) { () throws(InputError) in
            let name = SubmissionFile.lastComponent(entry.task)
            return try SubmissionFile.submission(of: entry.completion, id: id, source: source, name: name)
        }
        submission.task = entry.task
        submission.model = entry.model
        submission.sample = entry.sample
        return submission
    }

    /// The answer of a line, as the model gave it.
    func completion(at line: Line) throws(InputError) -> String {
        try entry(at: line).completion
    }

    private func entry(at line: Line) throws(InputError) -> Entry {
        let data = try content()
        let range = (data.startIndex + line.offset)..<(data.startIndex + line.offset + line.length)
        guard range.upperBound <= data.endIndex else {
            throw InputError("the file changed while it was read", at: path, remedy: "Run the command again.")
        }
        return try entry(of: data[range], number: line.number)
    }

    /// The file's bytes, mapped rather than read.
    private func content() throws(InputError) -> Data {
        if let data { return data }
        guard InputFile.size(of: path) != nil else {
            throw InputError("not a regular file", at: path, remedy: "Give a JSON Lines file.")
        }
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        } catch {
            throw InputError("can't be read", at: path, remedy: "Check the file's permissions.")
        }
    }

    private func entry(of line: Data, number: Int) throws(InputError) -> Entry {
        let place = "\(path):\(number)"
        guard line.count <= limits.pageBytes * 2 else {
            throw InputFile.tooLarge(place, bytes: line.count, limit: limits.pageBytes * 2)
        }
        let remedy = "Each line is a JSON object with task_id and completion."
        guard String(validating: line, as: UTF8.self) != nil else {
            throw InputError("the line is not UTF-8", at: place, remedy: "Save the file as UTF-8.")
        }
        do {
            return try JSONDecoder().decode(Entry.self, from: line)
        } catch DecodingError.keyNotFound(let key, _) {
            throw InputError("the line has no \(key.stringValue == "solution" ? "completion" : key.stringValue)", at: place, remedy: remedy)
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            let key = context.codingPath.last?.stringValue
            throw InputError(key.map { "the line's \($0) has the wrong type" } ?? "the line is no JSON object", at: place, remedy: remedy)
        } catch {
            throw InputError("the line is damaged JSON", at: place, remedy: remedy)
        }
    }
}
