import Foundation
import GameReading
import WebPage

@testable import GamePlaying

/// Games of `Tests/Fixtures`, and what discovery finds out about them.
enum FixtureGame {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

    /// The page in a folder such as `games/a08`, with the files beside it.
    static func page(_ path: String) throws -> PageSource {
        let folder = folder.appending(path: path)
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name != "index.html" {
            files[name] = try Data(contentsOf: folder.appending(path: name))
        }
        return PageSource(html: try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8), files: files)
    }

    /// A session of a game that nothing is known of.
    static func session(_ path: String) throws -> GameSession { try session(page(path)) }

    static func session(html: String) throws -> GameSession { try session(PageSource(html: html)) }

    static func session(_ page: PageSource) throws -> GameSession {
        try GameSession(page, options: PageOptions(callSeconds: 20), browser: Browser(extensions: ReadingExtensions.all))
    }

    /// What discovery finds out about the two games that the player is tested with, and their mutants.
    static let a08 = (try? discovered("games/a08")) ?? GameKnowledge()
    static let b02 = (try? discovered("games/b02")) ?? GameKnowledge()

    static func discovered(_ path: String) throws -> GameKnowledge {
        GameDiscovery(try session(path)).run().knowledge
    }

    /// A game just started, of which all is known from the game that it is a mutant of, but for how its cells look.
    static func started(_ path: String, knowing knowledge: GameKnowledge) throws -> GameSession {
        let session = try session(path)
        session.knowledge = knowledge
        func start() {
            session.advance(frames: 6)
            session.start()
        }
        guard let field = knowledge.field else { return session }
        start()
        let images = (0..<40).map { _ in
            session.advance(frames: 1)
            return FieldImage(of: session.page.boxes(ofSurface: field.surface, over: field.lower), in: field)
        }
        session.knowledge.palette = FieldPalette(learningFrom: images)
        try session.reopen()
        start()
        return session
    }

    /// A game just started, of which all is known that discovery finds out.
    static func started(html: String) throws -> GameSession {
        let session = try session(html: html)
        session.knowledge = GameDiscovery(session).run().knowledge
        try session.reopen()
        session.advance(frames: 6)
        session.start()
        return session
    }

    /// What happens when the player pursues a goal in a game.
    static func play(_ path: String, knowing knowledge: GameKnowledge, _ target: PlayGoal.Target) throws -> PlayLog {
        let session = try started(path, knowing: knowledge)
        guard let player = Player(session, goal: "test") else { return PlayLog(goal: "no field") }
        player.pursue(PlayGoal(target, limitMilliseconds: 300_000))
        return player.log
    }
}
