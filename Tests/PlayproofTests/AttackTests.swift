import Foundation
import Testing

/// Pages that try to take the judge along, each with what may be said of it, judged end to end in one run with pages
/// that play.
///
/// About 30 of them by default; all of them with the environment variable `PLAYPROOF_ALL_ATTACKS` set, which takes some
/// minutes (`make attacks`).
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

        /// What the record gives as the cause, for the message of a failed test.
        var cause: String { reason ?? checks.first { $0.status == "fail" }?.detail ?? "nothing" }
    }

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
        let manifest = try String(contentsOf: fixtures.appending(path: "attacks/attacks.jsonl"), encoding: .utf8)
        let all = try manifest.split(separator: "\n").map { try JSONDecoder().decode(Attack.self, from: Data($0.utf8)) }
        return all.filter { (runsAll || representative.contains($0.id)) && isIncluded($0) }
    }

    /// Judges the pages in one run, and sees to it that no process is left behind.
    private func judge(_ attacks: [Attack], and games: [String] = [], seconds: Int) throws -> [String: Record] {
        let files = attacks.map { Self.fixtures.appending(path: "attacks/\($0.file)").path }
            + games.map { Self.fixtures.appending(path: "games/\($0)").path }
        let run = try CommandRun()
        let outcome = try run.shell("""
            setsid --wait bash -c '"$0" check "$@" --reporter jsonl --timeout \(seconds); echo "exit code $?" >&2; pgrep -l -s 0 -x playproof >&2' \
            '\(CommandRun.executable.path)' \(files.map { "'\($0)'" }.joined(separator: " ")); true
            """)
        #expect(outcome.errors == "exit code 1\n")
        let records = try outcome.output.split(separator: "\n").map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
        #expect(records.map(\.id) == attacks.map(\.id) + games, "results come whole and in order")
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
        let manifest = try String(contentsOf: Self.fixtures.appending(path: "attacks/attacks.jsonl"), encoding: .utf8)
        #expect(Set(pages) == Set(try manifest.split(separator: "\n").map { try JSONDecoder().decode(Attack.self, from: Data($0.utf8)).file }))
    }

    @Test func `is judged with the right failures`() throws {
        let attacks = try Self.attacks { !$0.verdict.contains("plays") && !$0.verdict.contains("flawed") }
        expect(attacks, in: try judge(attacks, seconds: Self.runsAll ? 30 : 12))
    }

    @Test func `takes no page along that plays`() throws {
        let attacks = try Self.attacks { $0.verdict.contains("plays") || $0.verdict.contains("flawed") || $0.id == "micro-fork" || $0.id == "load-while" }
        let games = Self.runsAll ? ["a02", "a03", "a05", "a07", "a08", "b01", "b02", "b04", "b06"] : ["b01"]
        let records = try judge(attacks, and: games, seconds: 90)
        expect(attacks, in: records)
        for game in games { #expect(records[game]?.verdict == "plays", "\(game): \(records[game]?.cause ?? "no record")") }
    }
}
