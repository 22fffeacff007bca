import Foundation
import Scenarios

/// One line on a worker's standard output.
///
/// A job is answered by any number of `stage`, `alive`, `check`, `decided`, `output`, `log`, `warning` and `file` lines and then one of `result`,
/// `repairs`, `done` or `failure`.
public enum WorkerMessage: Sendable, Equatable {
    /// What the worker is about to do, so that its parent knows what hung: `{"stage":"checking moves","time":12350}`.
    /// `time` is virtual milliseconds, `check` the id of the check that is at stake.
    case stage(String, time: Double, check: String?)
    /// That the game goes on, some times a second: `{"alive":12350,"slowness":0.02,"processor":3.1}`. `alive` is virtual
    /// milliseconds, `slowness` how many processor seconds the game's callbacks take for a virtual one, `processor` how
    /// many the worker has used since it was started.
    case alive(time: Double, slowness: Double, processor: Double)
    /// A check that has been judged.
    case check(Finding)
    /// The record as it stands once all must checks are judged, in case that a later check isn't done in time.
    case decided(ResultRecord)
    /// Text for the command's standard output.
    case output(String)
    /// Text for the command's standard error.
    case log(String)
    /// What the user of the machine should be told, once however many workers say it.
    case warning(String)
    /// A file for the parent to write.
    case file(name: String, Data)
    /// The judged submission; ends the job.
    case result(ResultRecord)
    /// Changed submissions that might play; ends the job.
    case repairs([PageRepair])
    /// Ends a job of another kind, with the command's exit code.
    case done(exitCode: Int32)
    /// Ends a job that can't be done, with one line that says why.
    case failure(String)

    /// Whether the job is over with this message.
    public var endsJob: Bool {
        switch self {
        case .result, .repairs, .done, .failure: true
        default: false
        }
    }

    /// Whether it matters to a judge's parent only.
    var isProgress: Bool {
        switch self {
        case .stage, .alive, .check, .decided: true
        default: false
        }
    }
}

extension WorkerMessage: Codable {
    private enum Keys: String, CodingKey {
        case stage, time, alive, slowness, processor, check, at, decided, output, log, warning, file, data, result, repairs, done, failure
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        if let stage = try fields.decodeIfPresent(String.self, forKey: .stage) {
            let time = try fields.decodeIfPresent(Double.self, forKey: .time) ?? 0
            self = .stage(stage, time: time, check: try fields.decodeIfPresent(String.self, forKey: .at))
        } else if let time = try fields.decodeIfPresent(Double.self, forKey: .alive) {
            self = .alive(
                time: time, slowness: try fields.decodeIfPresent(Double.self, forKey: .slowness) ?? 0,
                processor: try fields.decodeIfPresent(Double.self, forKey: .processor) ?? 0)
        } else if let finding = try fields.decodeIfPresent(Finding.self, forKey: .check) {
            self = .check(finding)
        } else if let record = try fields.decodeIfPresent(ResultRecord.self, forKey: .decided) {
            self = .decided(record)
        } else if let text = try fields.decodeIfPresent(String.self, forKey: .output) {
            self = .output(text)
        } else if let text = try fields.decodeIfPresent(String.self, forKey: .log) {
            self = .log(text)
        } else if let text = try fields.decodeIfPresent(String.self, forKey: .warning) {
            self = .warning(text)
        } else if let name = try fields.decodeIfPresent(String.self, forKey: .file) {
            self = .file(name: name, try fields.decode(Data.self, forKey: .data))
        } else if let record = try fields.decodeIfPresent(ResultRecord.self, forKey: .result) {
            self = .result(record)
        } else if let repairs = try fields.decodeIfPresent([PageRepair].self, forKey: .repairs) {
            self = .repairs(repairs)
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
        case .alive(let time, let slowness, let processor):
            try fields.encode(time, forKey: .alive)
            try fields.encode(slowness, forKey: .slowness)
            try fields.encode(processor, forKey: .processor)
        case .check(let finding): try fields.encode(finding, forKey: .check)
        case .decided(let record): try fields.encode(record, forKey: .decided)
        case .output(let text): try fields.encode(text, forKey: .output)
        case .log(let text): try fields.encode(text, forKey: .log)
        case .warning(let text): try fields.encode(text, forKey: .warning)
        case .file(let name, let data):
            try fields.encode(name, forKey: .file)
            try fields.encode(data, forKey: .data)
        case .result(let record): try fields.encode(record, forKey: .result)
        case .repairs(let repairs): try fields.encode(repairs, forKey: .repairs)
        case .done(let code): try fields.encode(code, forKey: .done)
        case .failure(let text): try fields.encode(text, forKey: .failure)
        }
    }
}
