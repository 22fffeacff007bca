import Foundation
import Testing

@testable import Suites

/// The answers of the fixtures against the games that were taken out of them by hand.
@Suite("Sample answers")
struct SampleAnswersTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    private static let ids: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.appending(path: "key/answers").path)) ?? []
        return names.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
    }()

    @Test(arguments: ids) func `hold the page that was taken out by hand`(_ id: String) throws {
        let answer = try SubmissionReader().submission(at: Self.fixtures.appending(path: "key/answers/\(id).md").path)
        let folder = try SubmissionReader().submission(at: Self.fixtures.appending(path: "games/\(id)").path)
        func trimmed(_ data: Data) -> String { String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines) }
        #expect(trimmed(Data(answer.page.html.utf8)) == trimmed(Data(folder.page.html.utf8)))
        #expect(answer.page.files.mapValues(trimmed) == folder.page.files.mapValues(trimmed))
        #expect(answer.notes.isEmpty)
    }

    @Test func `are there`() {
        #expect(Self.ids.count >= 12)
    }
}
