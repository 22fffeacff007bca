import ArgumentParser
import Foundation
import Reports
import Scenarios
import Suites

struct ReportAgreement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Hold results against an answer key.",
        discussion: """
            Prints how many verdicts are right, a table of verdicts expected and given, how often each check agrees, \
            and every disagreement. Results are lines of check --reporter jsonl. A key is a JSON Lines file: id and \
            verdict, optionally accept (a list of verdicts that count as right), truth (by check id: true, false or \
            null), base and failing (a mutant: the checks that fail, all others as in its base), genre.

            The exit code is 1 when a verdict is wrong.

            EXAMPLE
              playproof check games/ --reporter jsonl --output results.jsonl
              playproof report agreement results.jsonl --key truth.jsonl
            """)

    @Argument(help: ArgumentHelp("Files with result records, one a line.", valueName: "results"))
    var results: [String]

    @Option(name: .long, parsing: .upToNextOption, help: ArgumentHelp("Files of the answer key.", valueName: "file"))
    var key: [String]

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp("A name in truth that is a part of a check, as multi_clear=clears_lines.", valueName: "name=check"))
    var part: [String] = []

    func run() throws {
        let agreement = Agreement(try records(), key: try answerKey())
        guard !agreement.pairs.isEmpty else {
            throw CommandFailure("no result has an entry in the key. The id of a result must be the id (or slug) of an entry.")
        }
        try StandardStreams.write(agreement.text)
        if agreement.right < agreement.pairs.count { throw ExitCode(1) }
    }

    private func answerKey() throws -> AnswerKey {
        let files = try key.map { (name: $0, text: try Self.text(of: $0)) }
        do {
            return try AnswerKey(files, parts: try parts())
        } catch let problem as AnswerKey.Problem {
            throw CommandFailure(problem.description)
        }
    }

    private func parts() throws -> [String: String] {
        var parts: [String: String] = [:]
        for text in part {
            let sides = text.split(separator: "=").map(String.init)
            guard sides.count == 2, CheckTable.tetris[sides[1]] != nil else {
                throw CommandFailure("--part wants a name and a check, as --part multi_clear=clears_lines, not \(text).")
            }
            parts[sides[0]] = sides[1]
        }
        return parts
    }

    private func records() throws -> [ResultRecord] {
        var records: [ResultRecord] = []
        for path in results { try ResultsFile(path).forEach { records.append($0) } }
        return records
    }

    private static func text(of path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("can't be read: \(path). Give the name of a JSON Lines file.")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
