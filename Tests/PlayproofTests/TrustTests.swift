import Foundation
import Testing

/// Games with a fault that try to talk the judge out of seeing it: `trust/game.html` with each of `trust/tricks`.
///
/// Some of them by default, judged by the check that catches them; all of them, by all checks, with the environment
/// variable `PLAYPROOF_ALL_TRICKS` set, which takes some minutes (`make trust`).
@Suite("Games that lie to the judge", .serialized)
struct TrustTests {
    /// What is put before and after the honest game's script, and the first check that catches it.
    private struct Trick {
        var id: String
        var what: String
        var check: String
        var before: String
        var after: String

        init(_ file: URL) throws {
            id = file.deletingPathExtension().lastPathComponent
            let text = try String(contentsOf: file, encoding: .utf8)
            let parts = text.components(separatedBy: "// --- after the game\n")
            (before, after) = (parts[0], parts.count > 1 ? parts[1] : "")
            let lines = text.split(separator: "\n")
            what = String(lines[0].dropFirst("// ".count))
            check = lines[1].dropFirst("// caught by: ".count).split(separator: " ").first.map(String.init) ?? ""
        }

        func page(in game: String) -> String {
            game.replacing("<!-- before -->", with: "<script>\n\(before)</script>").replacing("<!-- after -->", with: "<script>\n\(after)</script>")
        }
    }

    private struct Record: Decodable {
        struct Check: Decodable {
            var id: String
            var status: String
        }

        var id: String
        var verdict: String
        var checks: [Check]
    }

    private static let runsAll = ProcessInfo.processInfo.environment["PLAYPROOF_ALL_TRICKS"] != nil
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/trust")

    /// One of each kind, quick to judge.
    private static let representative: Set = [
        "report-console", "overwrite-elements", "demo-events", "hidden-opacity", "observed-pixels",
    ]

    private static func tricks() throws -> [Trick] {
        let files = try FileManager.default.contentsOfDirectory(at: folder.appending(path: "tricks"), includingPropertiesForKeys: nil)
        return try files.sorted { $0.path < $1.path }.map(Trick.init)
    }

    private func judge(_ tricks: [Trick], _ options: String) async throws -> [Record] {
        let game = try String(contentsOf: Self.folder.appending(path: "game.html"), encoding: .utf8)
        let run = try CommandRun()
        for trick in tricks { try run.write("games/\(trick.id).html", trick.page(in: game)) }
        let output = try await run.shell("playproof check games --reporter jsonl --timeout 120 \(options)", secondsMax: Self.runsAll ? 3600 : 1200).output
        return try output.split(separator: "\n").map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    }

    @Test func `have at least thirty ways, each with what it does and what catches it`() throws {
        let tricks = try Self.tricks()
        #expect(tricks.count >= 30)
        for trick in tricks { #expect(!trick.what.isEmpty && !trick.check.isEmpty, "\(trick.id)") }
    }

    @Test func `never get a verdict that they play`() async throws {
        let tricks = try Self.tricks().filter { Self.runsAll || Self.representative.contains($0.id) }
        for (check, tricks) in Self.runsAll ? ["": tricks] : Dictionary(grouping: tricks, by: \.check) {
            let records = try await judge(tricks, check.isEmpty ? "" : "--grep \(check)")
            #expect(records.count == tricks.count)
            for record in records { #expect(record.verdict != "plays", "\(record.id)") }
        }
    }

    @Test(.enabled(if: runsAll)) func `tell nothing of the honest game, which plays`() async throws {
        let run = try CommandRun()
        let outcome = try await run("check", Self.folder.appending(path: "game.html").path, "--reporter", "jsonl", "--timeout", "120")
        #expect(outcome.exitCode == 0)
    }
}
