import Foundation
import GamePlaying
import Yams

/// Reads scenario files.
public struct ScenarioReader {
    private let judge: ExpectationJudge
    private let table: CheckTable

    private static let keys = ["check", "name", "title", "level", "category", "needs", "settings", "steps", "shows"]

    /// - Parameter judge: checks the expressions' syntax.
    public init(judge: ExpectationJudge, table: CheckTable = .tetris) {
        self.judge = judge
        self.table = table
    }

    /// Reads a file from disk.
    public func read(path: String) throws(ScenarioError) -> Scenario {
        try read(Self.text(ofFile: path), file: path)
    }

    static func text(ofFile path: String) throws(ScenarioError) -> String {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw ScenarioError(file: path, message: "there is no such scenario file, or it can't be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ScenarioError(file: path, message: "the file is not UTF-8 text; save it as UTF-8")
        }
        return text
    }

    /// Reads a scenario from its text.
    public func read(_ text: String, file: String) throws(ScenarioError) -> Scenario {
        let yaml = YAMLReader(file: file)
        let root = try yaml.root(of: text)
        let fields = try yaml.fields(root, "a scenario", allowed: Self.keys)
        let steps = StepReader(yaml: yaml)
        guard let stepList = fields["steps"] else { throw yaml.error(root, "a scenario needs steps") }
        guard let title = fields["title"] else {
            throw yaml.error(root, "a scenario needs a title: one sentence that holds when it passes")
        }
        let definition = try check(fields["check"], yaml)
        let id = if let definition { definition.id } else { try name(fields["name"], root, yaml) }
        var scenario = Scenario(
            id: id, isCheck: definition != nil,
            title: try yaml.text(title, "title"), level: definition?.level ?? .should,
            category: definition?.category ?? .logic, steps: try steps.steps(stepList), file: file)
        try readLevel(fields["level"], definition, yaml, into: &scenario)
        if let category = fields["category"] { scenario.category = try yaml.choice(category, "category", of: FailureKind.self) }
        if let needs = fields["needs"] { scenario.needs = try expressions(needs, yaml) }
        if let settings = fields["settings"] { scenario.settings = try steps.conditions(settings, "settings") }
        if let shows = fields["shows"] { scenario.shows = Template(try yaml.text(shows, "shows"), line: shows.mark?.line ?? 0) }
        try checkExpressions(of: scenario)
        return scenario
    }

    private func check(_ node: Node?, _ yaml: YAMLReader) throws(ScenarioError) -> CheckDefinition? {
        guard let node else { return nil }
        let id = try yaml.text(node, "check")
        if let definition = table[id] { return definition }
        let known = table.checks.map(\.id)
        let remedy = NearestName.of(id, among: known).map { "did you mean \($0)?" } ?? "known: \(known.joined(separator: ", "))"
        throw yaml.error(node, "unknown check '\(id)'; \(remedy)")
    }

    private func name(_ node: Node?, _ root: Node, _ yaml: YAMLReader) throws(ScenarioError) -> String {
        guard let node else { throw yaml.error(root, "a scenario needs 'check: <id>', or 'name:' when it is no check of the rules") }
        return try yaml.text(node, "name")
    }

    /// The rules say how much a check weighs; a file may repeat it, but not change it.
    private func readLevel(
        _ node: Node?, _ definition: CheckDefinition?, _ yaml: YAMLReader, into scenario: inout Scenario
    ) throws(ScenarioError) {
        guard let node else { return }
        let level = try yaml.choice(node, "level", of: CheckLevel.self)
        if let definition, definition.level != level {
            throw yaml.error(node, "\(definition.id) is a \(definition.level.rawValue) check, not \(level.rawValue)")
        }
        scenario.level = level
    }

    /// One expression or a list of them.
    private func expressions(_ node: Node, _ yaml: YAMLReader) throws(ScenarioError) -> [ScriptExpression] {
        let nodes = node.sequence.map { Array($0) } ?? [node]
        var expressions: [ScriptExpression] = []
        for node in nodes {
            expressions.append(ScriptExpression(try yaml.text(node, "needs"), line: node.mark?.line ?? 0))
        }
        return expressions
    }

    private func checkExpressions(of scenario: Scenario) throws(ScenarioError) {
        let names = ReadingNames.all + ReadingNames.helpers + scenario.rememberedNames
        for expression in scenario.expressions {
            if let problem = judge.problem(in: expression.source, names: names) {
                throw ScenarioError(
                    file: scenario.file, line: expression.line, message: "\(problem) in the expression '\(expression.source)'")
            }
        }
    }
}
