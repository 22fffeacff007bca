import GamePlaying
import WebPage

extension GameJudge {
    /// Finds out how the session's game is played and watches it from now on, so that there is something to read of it
    /// whatever is done to it.
    ///
    /// Where the playfield is and what the keys do is found out on other pages of the same submission: the session's own
    /// stays untouched.
    public func watch(_ session: GameSession) throws -> GameStage {
        let scout = try GameSession(session.source, options: session.options, browser: browser, looks: session.looks)
        let discovery = GameDiscovery(scout, isWanted: { _ in false }).run()
        scout.knowledge = discovery.knowledge
        session.knowledge = knowledge(playing: scout) ?? discovery.knowledge
        return GameStage(session, hasStarted: discovery.hasStarted, isUnderWay: true)
    }

    /// What playing a few pieces adds to what is known: the variable that holds the playfield, where the next piece is shown.
    private func knowledge(playing scout: GameSession) -> GameKnowledge? {
        guard (try? scout.reopen()) != nil else { return nil }
        scout.advance(frames: 6)
        scout.start()
        guard let player = Player(scout, goal: "to know") else { return nil }
        player.pursue(PlayGoal(.lines(Self.linesToKnow), limitMilliseconds: Self.millisecondsToKnow))
        scout.knowledge.nextPlace = player.nextPlace
        return scout.knowledge
    }

    /// A dozen pieces show where the next one is to be seen.
    private static let linesToKnow = 8, millisecondsToKnow = 60_000.0
}

extension GameStage {
    /// What there is to know of the game as it is now, as JSON, its playfield as a picture in text, and each thing in words
    /// with how it was found. Time goes by meanwhile.
    public func readingText() -> String {
        let picture = picture()
        return ([readingJSON()] + (picture.isEmpty ? [] : [picture]) + [summary()]).joined(separator: "\n")
    }
}
