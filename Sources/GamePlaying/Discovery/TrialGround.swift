/// A game at one moment, from which one thing after another is tried, each as if nothing else had been.
final class TrialGround {
    private let session: GameSession
    private let lead: (GameSession) -> Void
    /// The page and its time once the moment is reached; nothing has been tried on it.
    private var moment: (page: Int, time: Double)?
    /// More than a trial takes of a game that answers.
    private static let trialSeconds = 1.0

    /// - Parameter lead: leads a page that was just opened to the moment.
    init(_ session: GameSession, lead: @escaping (GameSession) -> Void) {
        self.session = session
        self.lead = lead
    }

    /// - Returns: what `trial` found out; nil when the game can't be opened.
    func attempt<Result: Codable>(_ trial: () -> Result) -> Result? {
        guard stand() else { return nil }
        if let result = session.onCopy(processorSeconds: Self.trialSeconds, trial) { return result }
        moment = nil
        return trial()
    }

    /// Brings the game to the moment, unless it is there.
    /// - Returns: false when the game can't be opened.
    func stand() -> Bool {
        if let moment, moment == (session.pageNumber, session.now) { return true }
        guard (try? session.reopen()) != nil else { return false }
        lead(session)
        moment = (session.pageNumber, session.now)
        return true
    }
}
