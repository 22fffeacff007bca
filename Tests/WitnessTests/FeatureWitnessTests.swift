import Foundation
import TestSupport
import Testing

extension WitnessTests {
    /// Small pages, one a group of features, print the same lines here as in Chromium.
    struct FeatureWitnessTests {
        @Test func `features do what they do in Chromium`() async throws {
            let pages = try Fixtures.names(in: "pages").filter { $0.hasSuffix(".html") }.map { try FeaturePage(String($0.dropLast(5))) }
            let expected = try ExpectedDifferences.read().pages
            let messages = try await WitnessBrowser.messages(of: pages.map { ($0.name, $0.witness) })
            for page in pages {
                let theirs = try JSONDecoder().decode([String].self, from: Data(try #require(messages[page.name]).utf8))
                let ours = try await OwnThread.run(secondsMax: 120, "simulating \(page.name)") { try page.simulatedLines() }
                let difference = ours.difference(from: theirs)
                let known = expected.filter { $0.page == page.name }
                compare(difference.removals, with: known.flatMap(\.chromium), "\(page.name): only Chromium prints")
                compare(difference.insertions, with: known.flatMap(\.simulated), "\(page.name): only the simulated browser prints")
            }
            let names = Set(pages.map(\.name))
            #expect(expected.filter { !names.contains($0.page) }.map(\.page) == [], "expected differences of pages that aren't there")
        }

        /// Both ways: what is new is a fault, and so is an expected difference that no longer occurs.
        private func compare(_ changes: [CollectionDifference<String>.Change], with expected: [String], _ what: String) {
            let found = changes.map { change in
                switch change {
                case .insert(_, let line, _), .remove(_, let line, _): line
                }
            }
            let new = Self.rest(of: found, without: expected)
            let gone = Self.rest(of: expected, without: found)
            #expect(new == [], "\(what) \(new)")
            #expect(gone == [], "\(what) no longer \(gone): take it off expected-differences.json")
        }

        /// What is left of a list when each of the others is taken off it once.
        private static func rest(of lines: [String], without others: [String]) -> [String] {
            var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
            return lines.filter { line in
                guard let count = counts[line], count > 0 else { return true }
                counts[line] = count - 1
                return false
            }
        }
    }
}
