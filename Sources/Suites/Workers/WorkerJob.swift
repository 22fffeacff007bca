import Foundation

/// One line on a worker's standard input: a submission and what to do with it.
///
/// `{"kind":"judge","id":"a03","page":{"html":"…"},"seed":1,"rules":"tetris"}`; all but `id` and `page` can be left
/// out. The other kinds are those of the commands of the same names.
public struct WorkerJob: Sendable, Codable, Equatable {
    /// What to do, with what only this kind of job needs.
    public enum Order: Sendable, Equatable {
        case judge(JudgeOrder)
        case open(OpenOrder)
        case record(RecordOrder)
        case replay(ReplayOrder)
        /// Tries what a worker must not be able to do, and tells what was refused.
        case rights
        case render(RenderOrder)
        case shrink(ShrinkOrder)
        case play(PlayOrder)
        /// Finds small changes that might make the submission play.
        case repair
    }

    public var submission: Submission
    public var seed: UInt64
    public var order: Order

    public init(_ submission: Submission, seed: UInt64 = 1, order: Order) {
        self.submission = submission
        self.seed = seed
        self.order = order
    }

    private enum Keys: String, CodingKey {
        case kind, seed
    }

    private enum Kind: String, Codable {
        case judge, open, record, replay, rights, render, shrink, play, repair
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        submission = try Submission(from: decoder)
        seed = try fields.decodeIfPresent(UInt64.self, forKey: .seed) ?? 1
        order = switch try fields.decodeIfPresent(Kind.self, forKey: .kind) ?? .judge {
        case .judge: .judge(try JudgeOrder(from: decoder))
        case .open: .open(try OpenOrder(from: decoder))
        case .record: .record(try RecordOrder(from: decoder))
        case .replay: .replay(try ReplayOrder(from: decoder))
        case .rights: .rights
        case .render: .render(try RenderOrder(from: decoder))
        case .shrink: .shrink(try ShrinkOrder(from: decoder))
        case .play: .play(try PlayOrder(from: decoder))
        case .repair: .repair
        }
    }

    public func encode(to encoder: any Encoder) throws {
        try submission.encode(to: encoder)
        var fields = encoder.container(keyedBy: Keys.self)
        try fields.encode(seed, forKey: .seed)
        switch order {
        case .judge(let order):
            try fields.encode(Kind.judge, forKey: .kind)
            try order.encode(to: encoder)
        case .open(let order):
            try fields.encode(Kind.open, forKey: .kind)
            try order.encode(to: encoder)
        case .record(let order):
            try fields.encode(Kind.record, forKey: .kind)
            try order.encode(to: encoder)
        case .replay(let order):
            try fields.encode(Kind.replay, forKey: .kind)
            try order.encode(to: encoder)
        case .rights:
            try fields.encode(Kind.rights, forKey: .kind)
        case .render(let order):
            try fields.encode(Kind.render, forKey: .kind)
            try order.encode(to: encoder)
        case .shrink(let order):
            try fields.encode(Kind.shrink, forKey: .kind)
            try order.encode(to: encoder)
        case .play(let order):
            try fields.encode(Kind.play, forKey: .kind)
            try order.encode(to: encoder)
        case .repair:
            try fields.encode(Kind.repair, forKey: .kind)
        }
    }
}
