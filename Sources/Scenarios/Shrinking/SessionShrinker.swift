import GamePlaying

/// Finds a short input after which a game still fails, by playing shorter and shorter ones.
public struct SessionShrinker {
    /// Where a session fails.
    public struct Failure: Sendable, Equatable {
        /// Virtual milliseconds.
        public var time: Double
        /// What should hold then, as an expression for a scenario.
        public var expectation: String

        public init(time: Double, expectation: String) {
            self.time = time
            self.expectation = expectation
        }
    }

    /// What came of it.
    public struct Outcome: Sendable, Equatable {
        /// Number of the first input after which the whole session fails, from 0 on; nil when it fails before any.
        public var firstInput: Int?
        /// Where the whole session fails.
        public var firstFailure: Failure
        /// The shortest input that was found, which ends where it fails.
        public var session: PlayedSession
        public var failure: Failure
        /// Key presses and clicks before and after.
        public var pressesBefore: Int
        public var presses: Int
        /// Sessions that were played for it.
        public var runs: Int
    }

    /// Sessions that may be played at most.
    private let runsMax: Int
    /// Shortest pause that is left between presses, in milliseconds: a person's quick fingers.
    private static let pause = 100.0
    private let failure: (PlayedSession) throws -> Failure?

    /// - Parameter failure: plays a session and says where it fails first; nil when it doesn't.
    public init(runsMax: Int = 400, failure: @escaping (PlayedSession) throws -> Failure?) {
        self.runsMax = runsMax
        self.failure = failure
    }

    /// - Returns: nil when the session doesn't fail.
    public func shrink(_ session: PlayedSession) throws -> Outcome? {
        guard let first = try failure(session) else { return nil }
        var tries = runsMax - 1
        let groups = InputGroup.groups(of: session.inputs)
        var best = Candidate(groups: groups.filter { Self.isBefore($0.start, first) }, failure: first)
        best = try reduced(best, session, &tries)
        best = try compressed(best, session, &tries)
        best = try reduced(best, session, &tries)
        return Outcome(
            firstInput: session.inputs.lastIndex { Self.isBefore($0.time, first) }, firstFailure: first, session: best.session(like: session),
            failure: best.failure, pressesBefore: groups.count, presses: best.groups.count, runs: runsMax - tries)
    }

    /// What is done at the time of a frame is done after it.
    private static func isBefore(_ time: Double, _ failure: Failure) -> Bool {
        time < failure.time - GameSession.timeTolerance
    }

    private struct Candidate {
        var groups: [InputGroup]
        var failure: Failure

        /// The session with these inputs alone, up to where it fails.
        func session(like session: PlayedSession) -> PlayedSession {
            PlayedSession(options: session.options, inputs: InputGroup.inputs(of: groups).filter { SessionShrinker.isBefore($0.time, failure) }, end: failure.time)
        }
    }

    private func attempt(_ groups: [InputGroup], until end: Double, _ session: PlayedSession) throws -> Failure? {
        try failure(PlayedSession(options: session.options, inputs: InputGroup.inputs(of: groups).filter { $0.time <= end }, end: end))
    }

    /// Without the presses that it fails without.
    private func reduced(_ candidate: Candidate, _ session: PlayedSession, _ tries: inout Int) throws -> Candidate {
        var best = candidate
        _ = try DeltaDebugging.minimum(of: candidate.groups, tries: &tries) { groups in
            guard let found = try attempt(groups, until: best.failure.time, session) else { return false }
            best = Candidate(groups: groups.filter { Self.isBefore($0.start, found) }, failure: found)
            return true
        }
        return best
    }

    /// With the presses closer together, as far as it fails nevertheless.
    private func compressed(_ candidate: Candidate, _ session: PlayedSession, _ tries: inout Int) throws -> Candidate {
        var best = candidate
        var index = 0
        while index < best.groups.count, tries > 0 {
            let before = index == 0 ? 0 : best.groups[index - 1].inputs.last?.time ?? 0
            let gain = best.groups[index].start - before - Self.pause
            if gain > Self.pause {
                tries -= 1
                // Whole frames, so that what was pressed at a frame still is.
                let frames = (gain / session.options.frameInterval).rounded(.down)
                let moved = best.groups[..<index] + best.groups[index...].map { $0.moved(by: -frames * session.options.frameInterval) }
                if let found = try attempt(Array(moved), until: best.failure.time, session) {
                    best = Candidate(groups: moved.filter { Self.isBefore($0.start, found) }, failure: found)
                }
            }
            index += 1
        }
        return best
    }
}
