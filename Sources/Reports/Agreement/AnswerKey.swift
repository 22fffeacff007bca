import Foundation
import Scenarios

/// Verdicts and checks that people, or a program that made mutants, say are right.
///
/// One JSON object a line:
///
/// | field | meaning |
/// |---|---|
/// | `id`, or `slug` | the submission's name in the results |
/// | `expected_verdict`, or `verdict` | what is right; without it the first of `accept` |
/// | `accept` | all verdicts that count as right, where several can be argued for |
/// | `truth` | an object: by check id whether it holds; null for what isn't known |
/// | `base`, `failing` | for a mutant: whose `truth` it shares, but for these checks, which don't hold |
/// | `genre` | the game, as `tetris`; of any other, `unknown` is the right verdict and no check is compared |
///
/// Other fields are for people. The key is read after everything was judged, by a command that judges nothing.
public struct AnswerKey: Sendable {
    /// What is wrong with a key, and where.
    public struct Problem: Error, Equatable, CustomStringConvertible {
        public var description: String
    }

    public private(set) var entries: [KeyEntry] = []

    private struct Line: Decodable {
        var id: String?
        var slug: String?
        var expected_verdict: String?
        var verdict: String?
        var accept: [String]?
        var truth: [String: Bool?]?
        var base: String?
        var failing: [String]?
        var genre: String?
    }

    /// - Parameters:
    ///   - texts: the contents of the key's files by their names. A mutant's base may be in another file.
    ///   - parts: names in `truth` that stand for a part of a check: it holds when all its parts do.
    ///   - rules: the game by whose rules the submissions were judged.
    public init(_ texts: [(name: String, text: String)], parts: [String: String] = [:], rules: String = CheckTable.tetris.name) throws(Problem) {
        var lines: [(place: String, id: String, line: Line)] = []
        for (name, text) in texts {
            for (index, json) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !json.allSatisfy(\.isWhitespace) {
                let place = "\(name):\(index + 1)"
                guard let line = try? JSONDecoder().decode(Line.self, from: Data(json.utf8)), let id = line.id ?? line.slug else {
                    throw Problem(description: "the line is no entry of a key: \(place). It wants a JSON object with id and verdict.")
                }
                lines.append((place, id, line))
            }
        }
        let truths = Dictionary(lines.compactMap { entry in entry.line.truth.map { (entry.id, $0) } }) { first, _ in first }
        for (place, id, line) in lines {
            let truth = line.truth ?? line.base.flatMap { truths[$0] } ?? [:]
            entries.append(try Self.entry(id, line, truth: truth, parts: parts, rules: rules, place: place))
        }
        let repeated = Dictionary(grouping: entries, by: \.id).filter { $0.value.count > 1 }.keys.min()
        if let repeated { throw Problem(description: "the key has two entries for \(repeated). Remove one of them.") }
    }

    private static func entry(
        _ id: String, _ line: Line, truth: [String: Bool?], parts: [String: String], rules: String, place: String
    ) throws(Problem) -> KeyEntry {
        if let genre = line.genre, genre != rules { return KeyEntry(id: id, expected: .unknown) }
        let accepted = try (line.accept ?? []).map { name throws(Problem) in try verdict(name, place) }
        let named = try (line.expected_verdict ?? line.verdict).map { name throws(Problem) in try verdict(name, place) }
        guard let expected = named ?? accepted.first else {
            throw Problem(description: "the entry has no verdict: \(place). Give it a verdict, or accept with a list of them.")
        }
        var checks: [String: Bool] = [:]
        for (name, value) in truth {
            guard let value else { continue }
            let check = parts[name] ?? name
            checks[check] = value && checks[check] != false
        }
        for check in line.failing ?? [] { checks[parts[check] ?? check] = false }
        return KeyEntry(
            id: id, expected: expected, accepted: Set(accepted), checks: checks.filter { CheckTable.tetris[$0.key] != nil })
    }

    private static func verdict(_ name: String, _ place: String) throws(Problem) -> Verdict {
        guard let verdict = Verdict(rawValue: name) else {
            let names = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(description: "no verdict is called '\(name)': \(place). It is one of \(names).")
        }
        return verdict
    }
}
