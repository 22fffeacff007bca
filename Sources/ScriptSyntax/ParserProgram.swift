import Foundation
import ScriptEngine

/// acorn and the project's scripts around it, loaded into a context of their own.
final class ParserProgram {
    /// The project's scripts, in the order in which they are put together.
    private static let scriptNames = [
        "syntax-messages", "chromium-parser", "insertions", "tree", "scope-analysis", "exposure", "modules",
        "operands", "repairs",
    ]
    private static let functionNames = [
        "syntaxError", "exposingScopes", "exposingTopLevel", "linkedModule", "scriptWithImports", "operands",
        "repairs", "filledHoles", "names", "renamed",
    ]

    private let context: ScriptContext
    /// acorn's sibling that makes a tree of any text; only repairs want it.
    private let tolerantParserPath: String
    /// Its text, which is read at once, since a worker can open no file later on; nil where it isn't installed or is loaded.
    private var tolerantParser: String?
    private var functions: [String: ScriptValue] = [:]

    init(acornPath: String) throws(ScriptParserError) {
        context = ScriptContext(in: VirtualMachine())
        tolerantParserPath = acornPath.replacing("acorn/dist/acorn.js", with: "acorn-loose/dist/acorn-loose.js")
        tolerantParser = try? String(contentsOfFile: tolerantParserPath, encoding: .utf8)
        guard let acorn = try? String(contentsOfFile: acornPath, encoding: .utf8) else {
            throw .acornMissing(path: acornPath)
        }
        let own = try Self.ownScripts()
        do {
            try context.evaluate(acorn, url: acornPath)
            let api = try context.evaluate(own, url: "playproof/script-syntax.js")
            for name in Self.functionNames { functions[name] = try api.property(name) }
        } catch {
            throw .failed("\(error)")
        }
    }

    private static func ownScripts() throws(ScriptParserError) -> String {
        var text = "(function (acorn) { 'use strict';\n"
        for name in scriptNames {
            text += try ownScript(name) + "\n"
        }
        return text + "return { \(functionNames.joined(separator: ", ")) };\n})(globalThis.acorn)"
    }

    static func ownScript(_ name: String) throws(ScriptParserError) -> String {
        guard let url = Bundle.module.url(forResource: name, withExtension: "js", subdirectory: "JavaScript"),
            let script = try? String(contentsOf: url, encoding: .utf8)
        else { throw .failed("JavaScript/\(name).js is missing from the installation") }
        return script
    }

    /// Loads the tolerant parser where it is installed; repairs are guessed less well without it.
    func loadTolerantParser() throws(ScriptParserError) {
        guard let text = tolerantParser else { return }
        tolerantParser = nil
        do { try context.evaluate(text, url: tolerantParserPath) } catch { throw .failed("\(error)") }
    }

    /// What the engine itself objects to in a classic script; its place is good to the line.
    func engineProblem(in source: String) -> SyntaxProblem? {
        do {
            try context.checkSyntax(source)
            return nil
        } catch {
            return SyntaxProblem(message: error.message, line: error.line ?? 1, column: error.column ?? 1)
        }
    }

    /// Calls one of the functions with texts; its result as JSON, nil for null.
    func call(_ name: String, _ arguments: String...) throws(ScriptParserError) -> String? {
        try call(name, arguments)
    }

    func call(_ name: String, _ arguments: [String]) throws(ScriptParserError) -> String? {
        let result = try run(name, arguments)
        guard !result.isNull, !result.isUndefined else { return nil }
        do { return try result.json() } catch { throw .failed("\(error)") }
    }

    /// Calls one of the functions with texts; its result as a text, nil for null.
    func callText(_ name: String, _ arguments: String...) throws(ScriptParserError) -> String? {
        let result = try run(name, arguments)
        return result.isNull ? nil : result.description
    }

    private func run(_ name: String, _ arguments: [String]) throws(ScriptParserError) -> ScriptValue {
        guard let function = functions[name] else { throw .failed("there is no function \(name)") }
        do {
            return try function.call(with: arguments.map { context.value($0) })
        } catch {
            throw .failed("\(error)")
        }
    }

    /// Reads what a function gave as JSON.
    static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws(ScriptParserError) -> Value {
        do { return try JSONDecoder().decode(type, from: Data(json.utf8)) } catch { throw .failed("\(error)") }
    }
}
