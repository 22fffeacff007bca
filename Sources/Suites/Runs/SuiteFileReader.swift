import Foundation
import Scenarios
import Yams

/// Reads suite files; every mistake is an error with file and line.
public struct SuiteFileReader {
    private let path: String
    private let yaml: YAMLReader

    /// - Throws: ``ScenarioError``.
    public static func read(_ path: String) throws -> SuiteFile {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ScenarioError(file: path, message: "no such file; give a suite file, as the README shows one")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ScenarioError(file: path, message: "the text is not UTF-8; save it as UTF-8")
        }
        return try SuiteFileReader(path: path, yaml: YAMLReader(file: path)).suite(of: text)
    }

    private func suite(of text: String) throws(ScenarioError) -> SuiteFile {
        let root = try yaml.root(of: text, content: "a suite needs inputs: files or folders of submissions")
        let fields = try yaml.fields(
            root, "a suite", allowed: ["inputs", "rules", "game", "grep", "scenarios", "seeds", "limits", "expect"])
        var suite = SuiteFile()
        guard let inputs = fields["inputs"] else { throw yaml.error(root, "a suite needs inputs: files or folders of submissions") }
        for item in try list(inputs) { suite.inputs.append(try input(item)) }
        if let rules = fields["rules"] { suite.rules = try yaml.text(rules, "rules") }
        if let game = fields["game"] {
            suite.rules = try yaml.text(game, "game")
            suite.isGameKnown = true
        }
        if let grep = fields["grep"] { suite.grep = try yaml.text(grep, "grep") }
        if let scenarios = fields["scenarios"] {
            for item in try list(scenarios) { suite.scenarios.append(beside(try yaml.text(item, "a scenario"))) }
        }
        if let seeds = fields["seeds"] {
            suite.seeds = []
            for item in try list(seeds) { suite.seeds.append(UInt64(try yaml.count(item, "a seed", atLeast: 0))) }
        }
        if let limits = fields["limits"] { suite.limits = try self.limits(limits) }
        if let expect = fields["expect"] { suite.expectation = try expectation(expect) }
        return suite
    }

    /// The items of a list; one thing alone is a list of itself.
    private func list(_ node: Node) throws(ScenarioError) -> [Node] {
        guard node.sequence != nil else { return [node] }
        let items = try yaml.items(node, "the list")
        guard !items.isEmpty else { throw yaml.error(node, "the list is empty") }
        return items
    }

    private func input(_ node: Node) throws(ScenarioError) -> SuiteFile.Input {
        guard node.mapping != nil else { return SuiteFile.Input(path: beside(try yaml.text(node, "an input"))) }
        let fields = try yaml.fields(node, "an input", allowed: ["path", "model"])
        guard let path = fields["path"] else { throw yaml.error(node, "an input needs a path") }
        return SuiteFile.Input(
            path: beside(try yaml.text(path, "path")), model: try fields["model"].map { model throws(ScenarioError) in try yaml.text(model, "model") })
    }

    private func limits(_ node: Node) throws(ScenarioError) -> WorkerLimits {
        let fields = try yaml.fields(node, "limits", allowed: ["timeout", "cpu", "memory", "output", "trace"])
        var limits = WorkerLimits()
        if let timeout = fields["timeout"] { limits.wallSeconds = try yaml.duration(timeout, "timeout") / 1000 }
        if let cpu = fields["cpu"] { limits.processorSeconds = try yaml.duration(cpu, "cpu") / 1000 }
        if let memory = fields["memory"] {
            limits.memoryMB = try yaml.number(memory, "memory (megabytes)")
            guard limits.memoryMB >= WorkerLimits.memoryMinMB else {
                throw yaml.error(memory, "memory must be at least \(shortNumber(WorkerLimits.memoryMinMB)) megabytes: the judge itself takes a good part of that")
            }
        }
        if let output = fields["output"] { limits.outputMB = try yaml.number(output, "output (megabytes)") }
        if let trace = fields["trace"] { limits.traceMB = try yaml.number(trace, "trace (megabytes)") }
        return limits
    }

    private func expectation(_ node: Node) throws(ScenarioError) -> SuiteExpectation {
        let fields = try yaml.fields(node, "expect", allowed: ["verdict", "submissions"])
        var expectation = SuiteExpectation()
        if let verdict = fields["verdict"] { expectation.verdicts = try verdicts(verdict) }
        for (key, value) in fields["submissions"]?.mapping ?? [:] {
            expectation.submissions[try yaml.text(key, "a submission's id")] = try verdicts(value)
        }
        return expectation
    }

    private func verdicts(_ node: Node) throws(ScenarioError) -> [Verdict] {
        var verdicts: [Verdict] = []
        for item in try list(node) { verdicts.append(try yaml.choice(item, "a verdict", of: Verdict.self)) }
        return verdicts
    }

    /// Paths are meant from where the suite file is.
    private func beside(_ name: String) -> String {
        guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
        return path[...slash] + name
    }
}
