/// Holds a trace against another one: a replay against its recording.
///
/// Findings and drawings don't count: they are added where they are wanted.
public struct TraceComparison {
    let expected: Trace
    let actual: Trace

    public init(expected: Trace, actual: Trace) {
        self.expected = expected.ofGame
        self.actual = actual.ofGame
    }

    /// The first difference, or nil when everything is the same.
    /// - Parameter ignoringSubmission: whether the two may be of different submissions, as when one was mended.
    public func firstDifference(ignoringSubmission: Bool = false) -> TraceDifference? {
        if let difference = headerDifference(ignoringSubmission) { return difference }
        for index in 0..<max(expected.events.count, actual.events.count) {
            let left = index < expected.events.count ? expected.events[index] : nil
            let right = index < actual.events.count ? actual.events[index] : nil
            if left != right { return difference(at: index, left, right) }
        }
        return lengthDifference()
    }

    func headerDifference(_ ignoringSubmission: Bool) -> TraceDifference? {
        let left = expected.header
        let right = actual.header
        let parts: [(String, Bool)] = [
            ("submission", ignoringSubmission || left.submission.isSame(as: right.submission)),
            ("seed", left.seed == right.seed), ("frame interval", left.frameInterval == right.frameInterval),
            ("start time", left.startTime == right.startTime),
        ]
        guard let part = parts.first(where: { !$0.1 }) else { return nil }
        return TraceDifference(
            kind: .header, frame: 0, time: 0, detail: "the traces are of another \(part.0)",
            readings: [expected.frames.first?.reading, actual.frames.first?.reading])
    }

    /// Events come in the order of time, so the earlier of two that differ is the one that the other trace lacks.
    private func difference(at index: Int, _ left: TraceEvent?, _ right: TraceEvent?) -> TraceDifference {
        let isLeft = right == nil || (left.map { $0.time <= right?.time ?? $0.time } ?? false)
        guard let event = isLeft ? left : right else { preconditionFailure("two missing events differ in nothing") }
        let interval = expected.header.frameInterval
        var frame = interval > 0 ? Int((event.time / interval + 1e-9).rounded(.down)) : 0
        if case .frame(let changed) = event { frame = changed.frame }
        let readings = [expected, actual].map { $0.frame(at: frame)?.reading }
        let (kind, detail) = words(event, isLeft ? right : left, isExpected: isLeft)
        return TraceDifference(kind: kind, frame: frame, time: event.time, detail: detail, readings: readings)
    }

    func words(
        _ event: TraceEvent, _ other: TraceEvent?, isExpected: Bool
    ) -> (TraceDifference.Kind, String) {
        switch event {
        case .input(let json, _):
            return (.input, isExpected ? "the input \(json) is missing" : "there is the input \(json) that was not there")
        case .note(let kind, let json, _):
            let text = Self.sentence(of: json)
            return (.note, isExpected ? "\(kind.rawValue) \(text) is missing" : "\(kind.rawValue) \(text) was not there")
        case .drawing: preconditionFailure("drawings are not compared")
        case .frame(let frame):
            guard case .frame(let counterpart)? = other, counterpart.frame == frame.frame else {
                return (.reading, isExpected ? "nothing changed where something did" : "something changed where nothing did")
            }
            if counterpart.reading == frame.reading { return (.digest, "something else was drawn") }
            let names = Self.changedMembers(frame.reading, counterpart.reading)
            return (.reading, "\(names.joined(separator: ", ")) differ\(names.count == 1 ? "s" : "")")
        }
    }

    /// What a note says, as far as it says it in the usual members.
    private static func sentence(of json: String) -> String {
        guard case .object(let members) = JSONParser.parse(json) else { return String(json.prefix(200)) }
        func text(_ name: String) -> String? {
            if case .string(let text)? = members.first(where: { $0.name == name })?.value { text } else { nil }
        }
        let parts = [text("name") ?? text("level"), text("message") ?? text("text")].compactMap { $0 }
        return parts.isEmpty ? String(json.prefix(200)) : String(parts.joined(separator: ": ").prefix(200))
    }

    /// The names of the members by which two readings differ.
    static func changedMembers(_ left: String, _ right: String) -> [String] {
        guard case .object(let left) = JSONParser.parse(left), case .object(let right) = JSONParser.parse(right) else { return ["reading"] }
        let others = Dictionary(right.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let own = Set(left.map(\.name))
        let changed = left.filter { others[$0.name] != $0.value }.map(\.name)
        return (changed + right.map(\.name).filter { !own.contains($0) }).sorted()
    }

    func lengthDifference() -> TraceDifference? {
        guard let left = expected.summary, let right = actual.summary, left.frames != right.frames else { return nil }
        let frame = min(left.frames, right.frames)
        let detail =
            left.frames > right.frames
            ? "it ends here, and \(left.frames - right.frames) frames more were expected"
            : "it goes on for \(right.frames - left.frames) frames more than expected"
        return TraceDifference(
            kind: .length, frame: frame, time: min(left.time, right.time), detail: detail,
            readings: [expected, actual].map { $0.frame(at: frame)?.reading })
    }
}

extension Trace {
    /// Without what watchers added.
    fileprivate var ofGame: Trace {
        Trace(header: header, events: events.filter(\.isOfGame), summary: summary)
    }
}
