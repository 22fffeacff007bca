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
        let discovery = GameDiscovery(scout).run()
        session.knowledge = discovery.knowledge
        return GameStage(session, hasStarted: discovery.hasStarted, isUnderWay: true)
    }
}

extension GameStage {
    /// What there is to know of the game as it is now, and its playfield as a picture in text.
    public func readingText() -> String {
        let picture = picture()
        return readingJSON() + (picture.isEmpty ? "" : "\n" + picture)
    }
}
