import Foundation
import TestSupport
import Testing
import WebPage
import Witness

extension WitnessTests {
    /// The games of the fixtures run here as they run in Chromium, over a minute of scripted input.
    struct GameWitnessTests {
        private struct Game: Sendable {
            var name: String
            var session: WitnessSession
        }

        /// Seconds that a game may take in a debug build on a busy machine.
        private static let patience = 300.0

        @Test func `games match Chromium step by step over a minute`() async throws {
            let names = try (Fixtures.games(in: "games") + Fixtures.games(in: "own")).filter { try !Self.loadsItselfAnew($0) }
            let games = try names.map { Game(name: $0, session: try Fixtures.play(Fixtures.page($0), milliseconds: 60_000)) }
            // The browser plays while the games are simulated.
            async let messages = WitnessBrowser.messages(of: games.map { ($0.name, WitnessPage.html(of: $0.session)) }, fragment: "#full-speed")
            var simulated: [SimulatedSession] = []
            for game in games {
                simulated.append(try await OwnThread.run(secondsMax: Self.patience, "simulating \(game.name)") { try SimulatedSession(game.session) })
            }
            let expected = try ExpectedDifferences.read().games
            for (game, own) in zip(games, simulated) {
                let message = try await messages[game.name]
                let report = try JSONDecoder().decode(WitnessReport.self, from: Data(try #require(message).utf8))
                let differences = WitnessComparison(simulated: own, report: report).differences
                let known = expected.filter { $0.game == game.name }.map(\.kind)
                let new = differences.filter { !known.contains($0.kind) }.map { "\(game.name): \($0.kind): \($0.text)" }
                #expect(new == [])
                let gone = known.filter { kind in !differences.contains { $0.kind == kind } }
                #expect(gone == [], "\(game.name) no longer differs: take it off expected-differences.json")
            }
            #expect(expected.map(\.game).filter { !names.contains($0) } == [], "expected differences of games that aren't there")
        }

        /// A page that a real browser loads anew is gone for who watches it, at a moment that no clock of ours decides.
        private static func loadsItselfAnew(_ name: String) throws -> Bool {
            try Fixtures.page(name).html.contains("location.reload(")
        }
    }
}
