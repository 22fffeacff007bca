import Foundation
import Scenarios
import Testing

@testable import Suites

@Suite("Results of earlier runs")
struct ResultsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func line(_ id: String, seed: UInt64 = 1) -> String {
        ResultRecord(id: id, source: folder.path("\(id).html"), verdict: .plays, seed: seed).jsonLine()
    }

    private func entry(_ id: String) throws -> RunEntry {
        try folder.write("\(id).html", "<p>")
        return RunEntry(try SubmissionReader().references([folder.path("\(id).html")])[0], seed: 1)
    }

    @Test(arguments: [0, 1, 2, 7, 100], [1, 2, 3, 9]) func `shards are all submissions, once and in order`(total: Int, count: Int) throws {
        let parts = try (1...count).map { try #require(Shard("\($0)/\(count)")).range(of: total) }
        #expect(parts.flatMap { Array($0) } == Array(0..<total))
        #expect((parts.map(\.count).max() ?? 0) - (parts.map(\.count).min() ?? 0) <= 1)
    }

    @Test(arguments: ["0/3", "4/3", "1", "a/b", "1/0", "1/2/3", "-1/2"]) func `what is no shard is refused`(_ text: String) {
        #expect(Shard(text) == nil)
    }

    @Test func `a result is known by id, source, seed and rulebook`() throws {
        try folder.write("r.jsonl", [line("a"), line("b", seed: 2)].joined(separator: "\n") + "\n")
        let earlier = try EarlierResults(folder.path("r.jsonl"))
        #expect(try earlier.record(of: entry("a"), rules: "tetris")?.id == "a")
        #expect(try earlier.record(of: entry("a"), rules: "chess") == nil)
        #expect(try earlier.record(of: entry("b"), rules: "tetris") == nil)
        #expect(try earlier.record(of: entry("c"), rules: "tetris") == nil)
    }

    @Test func `what a killed run left behind is added, whole lines only`() throws {
        try folder.write("r.jsonl", line("a") + "\n")
        try folder.write("r.jsonl.partial", line("a") + "\n" + line("b") + "\n" + line("c").prefix(40))
        try UnfinishedResults.settle(folder.path("r.jsonl")) { try $0.write(to: URL(fileURLWithPath: folder.path("r.jsonl"))) }
        #expect(try String(contentsOfFile: folder.path("r.jsonl"), encoding: .utf8) == line("a") + "\n" + line("b") + "\n")
        #expect(!FileManager.default.fileExists(atPath: folder.path("r.jsonl.partial")))
    }

    @Test func `a file that holds no results says where`() throws {
        try folder.write("r.jsonl", line("a") + "\n{\"id\":1}\n")
        let error = #expect(throws: InputError.self) { try ResultsFile(folder.path("r.jsonl")).forEach { _ in } }
        #expect(error?.problem == "the line is no result record")
        #expect(error?.place == folder.path("r.jsonl") + ":2")
    }

    @Test func `several seeds make an entry each`() throws {
        let references = [try entry("a").reference, try entry("b").reference]
        #expect(RunEntry.entries(references, seeds: [1, 7]).map(\.id) == ["a@1", "a@7", "b@1", "b@7"])
        #expect(RunEntry.entries(references, seeds: [7]).map(\.id) == ["a", "b"])
    }
}
