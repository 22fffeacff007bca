import Foundation
import GamePlaying
import ScriptEngine
import ScriptSyntax

/// Evaluates expectations, in a virtual machine that no game's code ever enters.
///
/// Not thread-safe, as the machine it owns.
public final class ExpectationJudge {
    /// Processor time that one expression may take.
    private static let expressionSeconds = 0.5

    private let context: ScriptContext
    private let functions: ScriptValue
    private let parser: ScriptParser
    private var remembered: Set<String> = []
    /// What was looked at last, but for its moment.
    private var state: String?

    /// - Parameter parser: takes failed expectations apart; loaded only when one fails.
    /// - Throws: ``ScenarioError`` when the judge's own scripts are missing, which means a damaged installation.
    public init(parser: ScriptParser = ScriptParser()) throws(ScenarioError) {
        self.parser = parser
        let machine = VirtualMachine()
        machine.limitCalls(toSeconds: Self.expressionSeconds)
        context = ScriptContext(in: machine)
        var last = context.undefined
        for name in ["helpers", "expression", "judge"] {
            do {
                last = try context.evaluate(try Self.script(name), url: "\(name).js")
            } catch {
                throw ScenarioError(file: "\(name).js", message: "the judge's script can't be used: \(error)")
            }
        }
        functions = last
        begin(remembering: [])
    }

    private static func script(_ name: String) throws -> String {
        let url = Bundle.module.bundleURL.appending(path: "JavaScript/\(name).js")
        return try String(contentsOf: url, encoding: .utf8)
    }

    /// What is wrong with an expression, or nil: its syntax, or a name that won't be in scope.
    public func problem(in source: String, names: [String]) -> String? {
        do {
            // A line break before the parenthesis keeps a trailing comment from swallowing it.
            try context.checkSyntax("(\(source)\n)", url: "expression")
        } catch {
            return "\(error.message.isEmpty ? "a syntax error" : "syntax error: \(error.message)")"
        }
        guard let unknown = call("problem", context.value(source), context.value(json: jsonArray(names))), unknown.isString else {
            return nil
        }
        let name = unknown.description
        let hint = NearestName.of(name, among: names).map { "did you mean \($0)?" } ?? "names: \(names.joined(separator: ", "))"
        return "unknown name '\(name)' (\(hint))"
    }

    /// Forgets all readings; `names` are those that the scenario will remember.
    public func begin(remembering names: [String]) {
        remembered = Set(names)
        state = nil
        call("begin", context.value(jsonArray(ReadingNames.all + names)))
    }

    /// Makes a reading the scope of what is evaluated from now on.
    public func look(at reading: ReadingText) {
        if reading.state != state {
            call("look", context.value(json: reading.state))
            state = reading.state
        }
        call("note", context.value(Double(reading.frame)), context.value(reading.time))
    }

    /// Keeps the present reading under a name.
    public func remember(as name: String) {
        call("remember", context.value(name))
    }

    /// Whether an expression comes to something true; an exception in it counts as false.
    public func holds(_ source: String) -> Bool {
        call("holds", context.value(source))?.boolean ?? false
    }

    /// The parts of an expression with their values, short.
    public func operands(of source: String) -> [Evidence.Operand] {
        let parts = ((try? parser.operands(of: source)) ?? []).map(\.text)
            // Whole readings and the helpers themselves say nothing that fits a line.
            .filter { !remembered.contains($0) && !ReadingNames.helpers.contains($0) }
        return (parts.isEmpty ? [source] : parts).map { Evidence.Operand(source: $0, value: shown($0)) }
    }

    /// A template's text with the values put in.
    public func text(of template: Template) -> String {
        template.parts.map { part in
            switch part {
            case .text(let text): text
            case .expression(let expression): call("text", context.value(expression.source))?.description ?? "?"
            }
        }.joined()
    }

    /// The value of an expression, short.
    public func shown(_ source: String) -> String {
        call("shown", context.value(source))?.description ?? "?"
    }

    /// Calls one of the script's functions; nil when it threw or took too long.
    @discardableResult
    private func call(_ name: String, _ arguments: ScriptValue...) -> ScriptValue? {
        try? functions[name].call(with: arguments)
    }

    private func jsonArray(_ names: [String]) -> String {
        "[" + names.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
}
