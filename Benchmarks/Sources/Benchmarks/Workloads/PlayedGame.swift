import Foundation
import GamePlaying
import Scenarios
import WebPage

/// A game, what was found out about it, and what Playproof's own player did in its first virtual seconds.
struct PlayedGame {
    var name: String
    var html: String
    /// Opens the game as often as one wants.
    var session: GameSession
    var played: PlayedSession
    /// As a person plays, who thinks before a piece is dropped.
    private static let pieceMilliseconds = 1500.0

    /// Lets the player play.
    /// - Returns: nil for what is no Tetris that can be played.
    init?(name: String, html: String, seconds: Double, browser: Browser) throws {
        let session = try GameSession(PageSource(html: html), browser: browser)
        let discovery = GameDiscovery(session).run()
        guard discovery.hasStarted, discovery.knowledge.controls.left != nil else { return nil }
        session.knowledge = discovery.knowledge
        try session.reopen()
        guard Self.play(session, seconds: seconds) else { return nil }
        let inputs = session.inputs.filter { $0.time < seconds * 1000 }
        self.name = name
        self.html = html
        self.session = session
        played = PlayedSession(options: session.options, inputs: inputs, end: seconds * 1000)
    }

    /// Has the player play a game that has just been opened.
    /// - Returns: false where there is nothing that it can play.
    static func play(_ session: GameSession, seconds: Double) -> Bool {
        session.advance(frames: 6)
        session.start()
        guard let player = Player(session, goal: "pieces") else { return false }
        while session.now < seconds * 1000, !player.log.over, !session.isHung {
            let next = session.now + pieceMilliseconds
            player.pursue(PlayGoal(.pieces(player.log.pieces + 1)))
            session.advanceByFrames(to: next)
        }
        return true
    }

    /// The games of a folder that can be played.
    /// - Parameters:
    ///   - folder: holds a folder with an `index.html` for each game.
    ///   - part: what their names contain; all where it is empty.
    static func all(in folder: URL, seconds: Double, matching part: String = "") throws -> [PlayedGame] {
        let browser = try GameJudge().browser
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { name in
            guard part.isEmpty || name.contains(part) else { return nil }
            let page = folder.appending(path: "\(name)/index.html")
            guard let html = try? String(contentsOf: page, encoding: .utf8) else { return nil }
            return try PlayedGame(name: name, html: html, seconds: seconds, browser: browser)
        }
    }
}
