extension TraceComparison {
    /// All differences in the order of time: each stretch of frames in which something else can be read or is drawn, and
    /// all that only one of the traces says or was told.
    ///
    /// After a stretch the two show the same again, whatever came between.
    public func differences(ignoringSubmission: Bool = false) -> [TraceDifference] {
        let header = headerDifference(ignoringSubmission).map { [$0] } ?? []
        let others = (stretches() + events()).sorted { ($0.time, $0.frame) < ($1.time, $1.frame) }
        return header + others + (lengthDifference().map { [$0] } ?? [])
    }

    private func stretches() -> [TraceDifference] {
        let left = expected.frames
        let right = actual.frames
        let shared = min(expected.summary?.frames ?? .max, actual.summary?.frames ?? .max)
        var found: [TraceDifference] = []
        var open: TraceDifference?
        var (leftIndex, rightIndex) = (-1, -1)
        while true {
            let numbers = [leftIndex + 1 < left.count ? left[leftIndex + 1].frame : nil, rightIndex + 1 < right.count ? right[rightIndex + 1].frame : nil]
            guard let number = numbers.compactMap({ $0 }).min(), number <= shared else { break }
            if numbers[0] == number { leftIndex += 1 }
            if numbers[1] == number { rightIndex += 1 }
            let pair = [leftIndex >= 0 ? left[leftIndex] : nil, rightIndex >= 0 ? right[rightIndex] : nil]
            let isSame = pair[0]?.reading == pair[1]?.reading && pair[0]?.digest == pair[1]?.digest
            if isSame, var stretch = open {
                stretch.endFrame = number
                found.append(stretch)
                open = nil
            } else if !isSame, open == nil || open?.kind == .digest && pair[0]?.reading != pair[1]?.reading {
                if var stretch = open {
                    stretch.endFrame = number
                    found.append(stretch)
                }
                open = Self.stretch(pair, at: number, interval: expected.header.frameInterval)
            }
        }
        return found + (open.map { [$0] } ?? [])
    }

    private static func stretch(_ pair: [TraceFrame?], at number: Int, interval: Double) -> TraceDifference {
        let readings = pair.map { $0?.reading }
        let time = pair.compactMap { $0 }.filter { $0.frame == number }.map(\.time).min() ?? Double(number) * interval
        guard readings[0] != readings[1] else {
            return TraceDifference(kind: .digest, frame: number, time: time, detail: "something else was drawn", readings: readings)
        }
        let names = changedMembers(readings[0] ?? "{}", readings[1] ?? "{}")
        return TraceDifference(
            kind: .reading, frame: number, time: time, detail: "\(names.joined(separator: ", ")) differ\(names.count == 1 ? "s" : "")",
            readings: readings)
    }

    /// Inputs and notes that only one of the traces has.
    private func events() -> [TraceDifference] {
        let left = expected.events.filter(\.isMessage)
        let right = actual.events.filter(\.isMessage)
        return right.difference(from: left, by: TraceEvent.saysSame).map { change in
            switch change {
            case .remove(_, let event, _): message(event, isExpected: true)
            case .insert(_, let event, _): message(event, isExpected: false)
            }
        }
    }

    private func message(_ event: TraceEvent, isExpected: Bool) -> TraceDifference {
        let interval = expected.header.frameInterval
        let frame = interval > 0 ? Int((event.time / interval + 1e-9).rounded(.down)) : 0
        let (kind, detail) = words(event, nil, isExpected: isExpected)
        return TraceDifference(kind: kind, frame: frame, time: event.time, detail: detail, readings: [])
    }
}

extension TraceEvent {
    fileprivate var isMessage: Bool {
        switch self {
        case .input, .note: true
        case .frame, .drawing: false
        }
    }

    /// Whether both say the same, whenever it was said: a stretch that took longer moves all that follows.
    fileprivate static func saysSame(_ left: TraceEvent, _ right: TraceEvent) -> Bool {
        switch (left, right) {
        case (.input(let left, let leftTime), .input(let right, let rightTime)): left == right && leftTime == rightTime
        case (.note(let leftKind, let left, _), .note(let rightKind, let right, _)): leftKind == rightKind && left == right
        default: false
        }
    }
}
