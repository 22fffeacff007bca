/// Holds a trace against another one: a replay against its recording.
public struct TraceComparison {
    private let expected: Trace
    private let actual: Trace

    public init(expected: Trace, actual: Trace) {
        self.expected = expected
        self.actual = actual
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

    private func headerDifference(_ ignoringSubmission: Bool) -> TraceDifference? {
        let left = expected.header
        let right = actual.header
        let parts: [(String, Bool)] = [
            ("submission", ignoringSubmission || left.submission == right.submission),
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

    private func words(
        _ event: TraceEvent, _ other: TraceEvent?, isExpected: Bool
    ) -> (TraceDifference.Kind, String) {
        switch event {
        case .input(let json, _):
            return (.input, isExpected ? "the input \(json) is missing" : "there is the input \(json) that was not there")
        case .note(let kind, let json, _):
            let text = json.prefix(200)
            return (.note, isExpected ? "\(kind.rawValue) \(text) is missing" : "\(kind.rawValue) \(text) was not there")
        case .frame(let frame):
            guard case .frame(let counterpart)? = other, counterpart.frame == frame.frame else {
                return (.reading, isExpected ? "nothing changed where something did" : "something changed where nothing did")
            }
            if counterpart.reading == frame.reading { return (.digest, "something else was drawn") }
            let names = Self.changedMembers(frame.reading, counterpart.reading)
            return (.reading, "\(names.joined(separator: ", ")) differ\(names.count == 1 ? "s" : "")")
        }
    }

    /// The names of the members by which two readings differ.
    static func changedMembers(_ left: String, _ right: String) -> [String] {
        guard case .object(let left) = JSONParser.parse(left), case .object(let right) = JSONParser.parse(right) else { return ["reading"] }
        let others = Dictionary(right.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let own = Set(left.map(\.name))
        let changed = left.filter { others[$0.name] != $0.value }.map(\.name)
        return (changed + right.map(\.name).filter { !own.contains($0) }).sorted()
    }

    private func lengthDifference() -> TraceDifference? {
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
