import Foundation
import GamePlaying

/// Plays sessions of a game and says where an expectation fails in them, or where the game parts from another.
public final class FailureWatch {
    private let session: GameSession
    private let judge: ExpectationJudge

    /// - Parameter session: a game with what was found out about it; it is opened anew for every session.
    public init(_ session: GameSession, judge: ExpectationJudge) {
        self.session = session
        self.judge = judge
    }

    /// Where an expectation that held before doesn't any more; nil where it never held, or always does.
    public func failure(of expectation: String, in played: PlayedSession) throws -> SessionShrinker.Failure? {
        try session.reopen(options: played.options)
        judge.begin(remembering: [])
        let watch = GameWatch(session)
        let stage = GameStage(session, hasStarted: true, isUnderWay: true)
        var last: GameWatch.Sight?
        var hasHeld = false
        return play(played) {
            let sight = watch.look()
            guard sight != last else { return nil }
            last = sight
            self.judge.look(at: stage.reading(measuringHeap: false))
            let holds = self.judge.holds(expectation)
            hasHeld = hasHeld || holds
            return hasHeld && !holds ? SessionShrinker.Failure(time: self.session.now, expectation: expectation) : nil
        }
    }

    /// Where the game shows something else than another one that is played alike.
    /// - Parameter model: the other game, which does it right.
    public func difference(from model: GameSession, in played: PlayedSession) throws -> SessionShrinker.Failure? {
        let expected = try Self.readings(of: model, in: played)
        try session.reopen(options: played.options)
        let watch = GameWatch(session)
        var index = 0
        return play(played) {
            let frame = self.session.page.frameCount
            while index + 1 < expected.count, expected[index + 1].frame <= frame { index += 1 }
            guard expected.indices.contains(index), case let shown = watch.look().reading, shown != expected[index].reading,
                let claim = ReadingClaim.difference(between: expected[index].reading.json, and: shown.json)
            else { return nil }
            return SessionShrinker.Failure(time: self.session.now, expectation: claim)
        }
    }

    /// Plays until something is wrong.
    private func play(_ played: PlayedSession, look: @escaping () -> SessionShrinker.Failure?) -> SessionShrinker.Failure? {
        var found: SessionShrinker.Failure?
        session.onFrame = { _ in found = found ?? look() }
        defer { session.onFrame = nil }
        for input in played.inputs {
            advance(to: input.time) { found != nil }
            guard found == nil else { return found }
            session.perform(input.action)
        }
        advance(to: played.end) { found != nil }
        return found
    }

    private func advance(to time: Double, unless isOver: () -> Bool) {
        let interval = session.options.frameInterval
        while !isOver(), !session.isHung, session.now < time - GameSession.timeTolerance {
            session.advanceByFrames(to: min(session.now + interval, time))
        }
    }

    private static func readings(of model: GameSession, in played: PlayedSession) throws -> [(frame: Int, reading: WatchedReading)] {
        try model.reopen(options: played.options)
        let watch = GameWatch(model)
        var readings: [(frame: Int, reading: WatchedReading)] = []
        model.onFrame = { session in
            let reading = watch.look().reading
            if readings.last?.reading != reading { readings.append((session.page.frameCount, reading)) }
        }
        defer { model.onFrame = nil }
        played.perform(on: model)
        return readings
    }
}
