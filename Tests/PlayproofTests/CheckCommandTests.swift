import Foundation
import Testing

@Suite("playproof check")
struct CheckCommandTests {
    private let playproof: CommandRun

    init() throws {
        playproof = try CommandRun()
    }

    private struct Record: Decodable {
        var id: String
        var verdict: String
        var failure: String?
    }

    private func records(_ text: String) throws -> [Record] {
        try text.split(separator: "\n").map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    }

    /// The ways in which a page can try to take the judge along.
    private static let attacks: [(name: String, script: String, failures: Set<String>)] = [
        ("loop", "while (true) {}", ["performance"]),
        ("await", "(async () => { for (;;) await 0 })()", ["performance"]),
        ("promises", "function f() { Promise.resolve().then(f) }; f()", ["performance"]),
        ("string", "let s = 'x'.repeat(2 ** 30), a = []; for (;;) { s += s; a.push(s) }", ["resource", "runtime"]),
        ("arrays", "let a = []; for (;;) a.push(new Float64Array(1e6).fill(1))", ["resource"]),
        ("regex", "for (;;) /^(a+)+$/.test('a'.repeat(60) + 'b')", ["performance"]),
    ]

    @Test func `judges hostile pages and goes on to the next`() async throws {
        for attack in Self.attacks { try playproof.write("all/\(attack.name).html", "<!DOCTYPE html><script>\(attack.script)</script>") }
        try playproof.write("all/zero.html", "<!DOCTYPE html><p>no game")
        let outcome = try await playproof("check", "all", "--reporter", "jsonl", "--timeout", "5", "--memory", "300")
        let records = try records(outcome.output)
        #expect(records.map(\.id) == (Self.attacks.map(\.name) + ["zero"]).sorted())
        #expect(outcome.exitCode == 1)
        for attack in Self.attacks {
            let record = try #require(records.first { $0.id == attack.name })
            #expect(record.verdict == "broken", "\(attack.name)")
            #expect(attack.failures.contains(record.failure ?? "none"), "\(attack.name): \(record.failure ?? "none")")
        }
    }

    @Test func `gives the same records whatever the number of workers`() async throws {
        for index in 0..<6 { try playproof.write("all/\(index).html", "<!DOCTYPE html><p>\(index)<script>x\(index % 2 == 0 ? "=" : "(")1</script>") }
        func verdicts(_ workers: String) async throws -> String {
            let output = try await playproof("check", "all", "--reporter", "jsonl", "--workers", workers).output
            return output.replacing(/"cpuSeconds":.*/, with: "")
        }
        let one = try await verdicts("1")
        #expect(one.split(separator: "\n").count == 6)
        #expect(try await verdicts("2") == one)
        #expect(try await verdicts("4") == one)
    }

    @Test func `writes the report to a file, whole, and replaces none unless told to`() async throws {
        try playproof.write("a.html", "<!DOCTYPE html><p>")
        let first = try await playproof("check", "a.html", "--reporter", "jsonl", "--output", "r.jsonl")
        #expect(first.output.isEmpty)
        #expect(try records(#require(playproof.read("r.jsonl"))).map(\.id) == ["a"])
        let second = try await playproof("check", "a.html", "--reporter", "line", "--output", "r.jsonl")
        #expect(second.exitCode == 2)
        #expect(second.errors == "playproof: the file exists already: r.jsonl. Give another name, or --force to replace it.\n")
        #expect(try records(#require(playproof.read("r.jsonl"))).count == 1)
        _ = try await playproof("check", "a.html", "--reporter", "line", "--output", "r.jsonl", "--force")
        #expect(playproof.read("r.jsonl")?.hasPrefix("[1/1] a") == true)
        #expect(try await playproof("check", "a.html", "--output", "no/r.jsonl").errors.hasPrefix("playproof: no such folder: no/. "))
        #expect(playproof.files == ["a.html", "r.jsonl"])
    }

    @Test func `stops after so many failures`() async throws {
        for index in 0..<5 { try playproof.write("all/\(index).html", "<script>(</script>") }
        let outcome = try await playproof("check", "all", "--reporter", "jsonl", "--max-failures", "2")
        #expect(try records(outcome.output).count == 2)
        #expect(outcome.errors.contains("stopped after 2 failures; 3 submissions were not judged"))
        #expect(outcome.exitCode == 1)
    }

    @Test func `says that an answer is cut off, and judges what there is`() async throws {
        try playproof.write("a.md", "```html\n<!DOCTYPE html>\n<script>\nfunction f() {")
        let outcome = try await playproof("check", "a.md", "--reporter", "jsonl")
        #expect(outcome.errors == "playproof: a: the answer is cut off: its code has no end\n")
        #expect(try records(outcome.output).map(\.failure) == ["syntax"])
        #expect(try await playproof("check", "a.md", "--reporter", "jsonl", "--quiet").errors.isEmpty)
    }

    @Test func `judges every completion of a JSON Lines file, those without code too`() async throws {
        try playproof.write("c.jsonl", """
            {"task_id":"t/0","completion":"Sorry."}
            {"task_id":"t/1","completion":"```html\\n<script>(</script>\\n```"}
            """)
        let found = try await records(playproof("check", "c.jsonl", "--reporter", "jsonl").output)
        #expect(found.map(\.id) == ["t/0", "t/1"])
        #expect(found.map(\.verdict) == ["broken", "broken"])
    }

    @Test func `says so when nobody reads its output`() async throws {
        for index in 0..<40 { try playproof.write("all/\(index).html", "<script>(</script>") }
        let outcome = try await playproof.shell("set -o pipefail; playproof check all --reporter jsonl | true; exit ${PIPESTATUS[0]}")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.hasPrefix("playproof: standard output can't be written to (broken pipe). "))
    }

    @Test func `leaves no process behind when it is killed`() async throws {
        try playproof.write("hang.html", "<script>function f() { Promise.resolve().then(f) }; f()</script>")
        // An orphan that has ended stays a zombie (state Z) for as long as the system's first process likes.
        let outcome = try await playproof.shell("""
            '\(CommandRun.executable.path)' check hang.html --timeout 60 & parent=$!
            for i in $(seq 2400); do worker=$(pgrep -P $parent) && break; sleep 0.05; done
            [ -n "$worker" ] || echo none
            kill -KILL $parent
            for i in $(seq 2400); do grep State "/proc/$worker/status" 2>/dev/null | grep -qv Z || exit 0; sleep 0.05; done
            echo left
            """)
        #expect(outcome.output.isEmpty)
    }

    @Test func `speaks the worker's protocol with any program`() async throws {
        let jobs = #"{"id":"a","page":{"html":"<script>(</script>"}}"# + "\n{\"id\":1}\n"
        let outcome = try await playproof("worker", input: jobs)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix(#"{"result":{"schema":"playproof/result/1","id":"a""#) })
        #expect(lines.last?.hasPrefix(#"{"failure":"the job is damaged: "#) == true)
        #expect(outcome.exitCode == 0)
    }

    @Test func `has help with examples for every command, and a version`() async throws {
        for command in ["check", "run", "suite", "open", "record", "replay", "diff", "report", "export-samples"] {
            let help = try await playproof(command, "--help")
            #expect(help.exitCode == 0)
            #expect(help.output.contains("playproof \(command) "), "\(command)")
        }
        #expect(try await playproof("--version").output.contains("."))
    }
}
