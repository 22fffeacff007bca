import Foundation
import Testing

/// Pages that try to take the judge along, each with what may be said of it, judged end to end together with pages that
/// play.
///
/// About 30 of them by default; with the environment variable `PLAYPROOF_ALL_ATTACKS` set all of them, among a hundred
/// games, by the release build that `PLAYPROOF_EXECUTABLE` names (`make attacks`, some ten minutes of two processors). The
/// records of that run, and how long each page was held, then stay in `.build/attacks`.
@Suite("The attack set", .serialized)
struct AttackTests {
    private struct Attack: Decodable {
        var file: String
        var what: String
        /// The verdicts that are right; a page that must go on playing has `plays` among them.
        var verdict: [String]
        /// The failures that are right; null stands for none.
        var failure: [String?]

        var id: String { String(file.dropLast(".html".count)) }
    }

    private struct Record: Decodable {
        struct Check: Decodable {
            var status: String
            var detail: String?
        }

        var id: String
        var verdict: String
        var failure: String?
        var reason: String?
        var checks: [Check]
        var cpuSeconds: Double

        /// What the record gives as the cause, for the message of a failed test.
        var cause: String { reason ?? checks.first { $0.status == "fail" }?.detail ?? "nothing" }
    }

    /// Games of the fixtures that are judged quickly.
    private static let quickGames = ["a08", "b02", "b01", "b06", "a02"]
    /// How long a page kept a worker. One that took too much memory in a worker that had judged others has two of these, for
    /// it is judged again in a fresh one.
    private struct Hold: Decodable {
        var id: String
        var seconds: Double
        /// From the last look at which it was within its limits until its worker was gone.
        var secondsBeyond: Double?
    }

    /// Seconds that a submission may take by default, and how much longer it may be held at any limit.
    private static let limit = 10.0, beyondMax = 0.25

    private static let runsAll = ProcessInfo.processInfo.environment["PLAYPROOF_ALL_ATTACKS"] != nil
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    /// One page of each kind, and all that end the engine's own limits: endless promise jobs, expressions, allocations.
    private static let representative: Set = [
        "load-while", "load-regex", "load-string-timer", "load-alert", "micro-for-await", "micro-chain", "key-loop", "key-loop-drop",
        "key-microtasks", "key-chain", "key-regex", "key-string-doubling", "clear-loop", "memory-string-doubling", "memory-array-push",
        "memory-bigint", "dom-write", "html-deep", "canvas-many", "stack-plain", "stack-regex", "error-proxy", "error-traps",
        "console-endless", "frame-loop", "worker-bomb", "pollute-setters", "pollute-tojson", "pollute-freeze", "trap-label",
    ]

    private static func attacks(_ isIncluded: (Attack) -> Bool) throws -> [Attack] {
        let all = try lines(of: fixtures.appending(path: "attacks/attacks.jsonl"), as: Attack.self)
        return all.filter { (runsAll || representative.contains($0.id)) && isIncluded($0) }
    }

    private static func lines<Line: Decodable>(of file: URL, as type: Line.Type) throws -> [Line] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    private static func path(_ attack: Attack) -> String { fixtures.appending(path: "attacks/\(attack.file)").path }


    private static func path(_ game: String) -> String { fixtures.appending(path: "games/\(game)").path }

    /// Judges the pages in one run, and sees to it that no process is left behind.
    /// - Returns: the records by their ids.
    private func judge(_ files: [String], _ options: String = "", keepingIn folder: URL? = nil) async throws -> [String: Record] {
        let run = try CommandRun()
        let outcome = try await run.shell("""
            \(folder.map { "export PLAYPROOF_HOLDS='\($0.path)/holds.jsonl'" } ?? "")
            playproof check \(files.map { "'\($0)'" }.joined(separator: " ")) --reporter jsonl --quiet \(options)
            echo "exit code $?" >&2; pgrep -l -s 0 -x playproof >&2; true
            """, secondsMax: Self.runsAll ? 3600 : 1200)
        #expect(outcome.errors == "exit code 1\n")
        if let folder { try outcome.output.write(to: folder.appending(path: "records.jsonl"), atomically: true, encoding: .utf8) }
        let records = try outcome.output.split(separator: "\n").map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
        let ids = files.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
        #expect(records.map(\.id) == ids, "results come whole and in order")
        return Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
    }

    private func expect(_ attacks: [Attack], in records: [String: Record]) {
        for attack in attacks {
            guard let record = records[attack.id] else { continue }
            let isRight = attack.verdict.contains(record.verdict) && (record.verdict == "unknown" || attack.failure.contains(record.failure))
            #expect(isRight, "\(attack.file) (\(attack.what)): \(record.verdict), \(record.failure ?? "no failure"): \(record.cause)")
        }
    }

    @Test func `covers every page of its folder`() throws {
        let pages = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.appending(path: "attacks").path).filter { $0.hasSuffix(".html") }
        #expect(Set(pages) == Set(try Self.lines(of: Self.fixtures.appending(path: "attacks/attacks.jsonl"), as: Attack.self).map(\.file)))
    }

    @Test(.disabled(if: runsAll, "all pages are judged in one run")) func `is judged with the right failures`() async throws {
        let attacks = try Self.attacks { !$0.verdict.contains("plays") && !$0.verdict.contains("flawed") }
        expect(attacks, in: try await judge(attacks.map(Self.path), "--timeout 12"))
    }

    @Test(.disabled(if: runsAll, "all pages are judged in one run")) func `takes no page along that plays`() async throws {
        let attacks = try Self.attacks { $0.verdict.contains("plays") || $0.verdict.contains("flawed") || $0.id == "micro-fork" || $0.id == "load-while" }
        let records = try await judge(attacks.map(Self.path) + [Self.path("b01")], "--timeout 90")
        expect(attacks, in: records)
        #expect(records["b01"]?.verdict == "plays", "\(records["b01"]?.cause ?? "no record")")
    }

    @Test(.enabled(if: runsAll)) func `loses none of a hundred games, and keeps to its limit`() async throws {
        let run = try CommandRun()
        let games = try (0..<100).map { index in
            let name = Self.quickGames[index % Self.quickGames.count]
            let copy = run.folder.appending(path: "good-\(index)")
            try FileManager.default.copyItem(atPath: Self.path(name), toPath: copy.path)
            return copy.path
        }
        let attacks = try Self.attacks { _ in true }
        let mixed = attacks.enumerated().flatMap { index, attack in
            [Self.path(attack)] + (index % 2 == 0 && index / 2 < games.count ? [games[index / 2]] : [])
        }
        let folder = Self.fixtures.deletingLastPathComponent().deletingLastPathComponent().appending(path: ".build/attacks")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let records = try await judge(mixed, keepingIn: folder)
        expect(attacks, in: records)
        for game in games.map({ ($0 as NSString).lastPathComponent }) {
            #expect(records[game]?.verdict == "plays", "\(game): \(records[game]?.cause ?? "no record")")
        }
        let holds = try Self.lines(of: folder.appending(path: "holds.jsonl"), as: Hold.self)
        #expect(Set(holds.map(\.id)) == Set(records.keys))
        for hold in holds {
            #expect(hold.seconds < Self.limit + Self.beyondMax, "\(hold.id) was held for \(hold.seconds) s")
            #expect((hold.secondsBeyond ?? 0) < Self.beyondMax, "\(hold.id) was held for \(hold.secondsBeyond ?? 0) s beyond a limit")
        }
        let stopped = holds.compactMap(\.secondsBeyond)
        print("attacks: \(records.count) pages; \(stopped.count) were stopped, at most \(stopped.max() ?? 0) s beyond their limit")
    }
}
