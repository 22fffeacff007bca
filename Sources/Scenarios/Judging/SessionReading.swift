import GamePlaying

extension GameJudge {
    /// Finds out what there is to know of a session's game and reads it as it is after its start.
    public func readingJSON(of session: GameSession) throws -> String {
        let discovery = GameDiscovery(session).run()
        let stage = GameStage(session, hasStarted: discovery.hasStarted)
        if discovery.hasStarted {
            try stage.start()
            try stage.advance(frames: 30)
        }
        let picture = stage.picture()
        return stage.readingJSON() + (picture.isEmpty ? "" : "\n" + picture)
    }
}
