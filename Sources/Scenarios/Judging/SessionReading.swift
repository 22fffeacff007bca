import GamePlaying
import WebPage

extension GameJudge {
    /// What there is to know of a game as it is now, and its playfield as a picture in text.
    ///
    /// Where the playfield is and what the keys do is found out on other pages of the same submission, so that what was
    /// done to this one stays done.
    public func reading(of session: GameSession) throws -> String {
        let scout = try GameSession(session.source, options: session.options, browser: browser)
        let discovery = GameDiscovery(scout).run()
        session.knowledge = discovery.knowledge
        let stage = GameStage(session, hasStarted: discovery.hasStarted, isUnderWay: true)
        let picture = stage.picture()
        return stage.readingJSON() + (picture.isEmpty ? "" : "\n" + picture)
    }
}
