import Foundation
import Testing
import WebPage
import Witness

/// The games of the fixtures run here as they run in Chromium, over a minute of scripted input.
struct GameWitnessTests {
    @Test func `games match Chromium step by step`() throws {
        let games = try Fixtures.games(in: "games") + Fixtures.games(in: "own")
        let sessions = try games.map { (name: $0, session: try Fixtures.play(Fixtures.page($0), milliseconds: 60_000)) }
        let start = Date()
        let messages = try Chromium.messages(of: sessions.map { ($0.name, WitnessPage.html(of: $0.session)) }, fragment: "#full-speed")
        print("chromium", Date().timeIntervalSince(start))
        for (name, session) in sessions {
            let report = try JSONDecoder().decode(WitnessReport.self, from: Data(try #require(messages[name]).utf8))
            let begin = Date()
            let simulated = try SimulatedSession(session)
            print(name, "simulated in", Date().timeIntervalSince(begin))
            for difference in WitnessComparison(simulated: simulated, report: report).differences.prefix(6) { print("DIFF \(name): \(difference)") }
        }
    }
}
