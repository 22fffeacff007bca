import Foundation
import Testing

/// The program that makes mutants of the project's games, and what the judge says of a few of them; `make mutants` judges
/// them all.
@Suite("Mutants of the project's games")
struct MutantTests {
    private static let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Mutants/make.mjs").path

    @Test func `come from a table of at least 25 slips`() async throws {
        let outcome = try await CommandRun().shell("node '\(Self.program)' --list")
        let summary = try #require(outcome.output.split(separator: "\n").last)
        let numbers = summary.split(separator: " ").compactMap { Int($0) }
        #expect(numbers.count == 3 && numbers[0] >= 25 && numbers[1] >= 300 && numbers[2] >= 15, "\(summary)")
    }

    @Test func `are the same for the same seed`() async throws {
        let run = try CommandRun()
        let outcome = try await run.shell("""
            for folder in a b; do node '\(Self.program)' --out $folder --seed 7 --sample 20 || exit; done; diff -r a b
            node '\(Self.program)' --out a; node '\(Self.program)' --out c --seed 8 --sample 20; cmp -s a/key.jsonl c/key.jsonl || echo differ
            """)
        #expect(outcome.output == "differ\n")
        #expect(outcome.errors.contains("the folder exists already: a. Give the name of a new one."))
    }

    /// Slips that are soon seen, for the full set takes long.
    @Test func `are judged as the table says`() async throws {
        let outcome = try await CommandRun().shell("""
            node '\(Self.program)' --out mutants --only o16--token-lost,o02--start-throws,o05--lock-hangs,o09--keys-dead
            playproof check mutants/*.html --reporter jsonl --timeout 120 --output results.jsonl
            playproof report agreement results.jsonl --key mutants/key.jsonl
            """)
        #expect(outcome.output.hasPrefix("4 of 4 verdicts are right (100.0 %); 0 wrong plays, 0 undecided\n"), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.exitCode == 0)
    }
}
