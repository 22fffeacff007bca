import Foundation
import Scenarios

/// One line on a worker's standard output.
///
/// A job is answered by any number of `stage`, `check`, `output`, `log` and `file` lines and then one of `result`,
/// `done` or `failure`.
public enum WorkerMessage: Sendable, Equatable {
    /// What the worker is about to do, so that its parent knows what hung: `{"stage":"checking moves","time":12350}`.
    /// `time` is virtual milliseconds, `check` the id of the check that is at stake.
    case stage(String, time: Double, check: String?)
    /// That the game goes on, some times a second: `{"alive":12350,"slowness":0.02}`. `alive` is virtual milliseconds,
    /// `slowness` how many processor seconds the game's callbacks take for a virtual one.
    case alive(time: Double, slowness: Double)
    /// A check that has been judged.
    case check(Finding)
    /// Text for the command's standard output.
    case output(String)
    /// Text for the command's standard error.
    case log(String)
    /// A file for the parent to write.
    case file(name: String, Data)
    /// The judged submission; ends the job.
    case result(ResultRecord)
    /// Ends a job of another kind, with the command's exit code.
    case done(exitCode: Int32)
    /// Ends a job that can't be done, with one line that says why.
    case failure(String)

    /// Whether the job is over with this message.
    public var endsJob: Bool {
        switch self {
        case .result, .done, .failure: true
        default: false
        }
    }

    /// Whether it matters to a judge's parent only.
    var isProgress: Bool {
        switch self {
        case .stage, .alive, .check: true
        default: false
        }
    }
}

extension WorkerMessage: Codable {
    private enum Keys: String, CodingKey {
        case stage, time, alive, slowness, check, at, output, log, file, data, result, done, failure
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        if let stage = try fields.decodeIfPresent(String.self, forKey: .stage) {
            let time = try fields.decodeIfPresent(Double.self, forKey: .time) ?? 0
            self = .stage(stage, time: time, check: try fields.decodeIfPresent(String.self, forKey: .at))
        } else if let time = try fields.decodeIfPresent(Double.self, forKey: .alive) {
            self = .alive(time: time, slowness: try fields.decodeIfPresent(Double.self, forKey: .slowness) ?? 0)
        } else if let finding = try fields.decodeIfPresent(Finding.self, forKey: .check) {
            self = .check(finding)
        } else if let text = try fields.decodeIfPresent(String.self, forKey: .output) {
            self = .output(text)
        } else if let text = try fields.decodeIfPresent(String.self, forKey: .log) {
            self = .log(text)
        } else if let name = try fields.decodeIfPresent(String.self, forKey: .file) {
            self = .file(name: name, try fields.decode(Data.self, forKey: .data))
        } else if let record = try fields.decodeIfPresent(ResultRecord.self, forKey: .result) {
            self = .result(record)
        } else if let code = try fields.decodeIfPresent(Int32.self, forKey: .done) {
            self = .done(exitCode: code)
        } else {
            self = .failure(try fields.decode(String.self, forKey: .failure))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        switch self {
        case .stage(let stage, let time, let check):
            try fields.encode(stage, forKey: .stage)
            try fields.encode(time, forKey: .time)
            try fields.encodeIfPresent(check, forKey: .at)
        case .alive(let time, let slowness):
            try fields.encode(time, forKey: .alive)
            try fields.encode(slowness, forKey: .slowness)
        case .check(let finding): try fields.encode(finding, forKey: .check)
        case .output(let text): try fields.encode(text, forKey: .output)
        case .log(let text): try fields.encode(text, forKey: .log)
        case .file(let name, let data):
            try fields.encode(name, forKey: .file)
            try fields.encode(data, forKey: .data)
        case .result(let record): try fields.encode(record, forKey: .result)
        case .done(let code): try fields.encode(code, forKey: .done)
        case .failure(let text): try fields.encode(text, forKey: .failure)
        }
    }
}
