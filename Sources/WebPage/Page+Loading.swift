import ScriptEngine
import ScriptSyntax

extension Page {
    /// Builds the document and runs its scripts in the standard's order (HTML, section 13.2.6.4.8 and "the end" in
    /// 13.2.7), then fires `DOMContentLoaded` and `load`. Errors of the page are records, not Swift errors.
    public func load() {
        guard begin() else { return }
        while hang == nil, let script = nextScript() { run(script) }
        finish("interactive")
        finish("complete")
    }

    private func begin() -> Bool {
        do {
            try prelude["begin"].call(context.value(browser.documentTree(of: source.html)))
            return true
        } catch {
            report(error)
            return false
        }
    }

    private func nextScript() -> ScriptValue? {
        do {
            let script = try prelude["nextScript"].call()
            return script["kind"].description == "done" ? nil : script
        } catch {
            report(error)
            return nil
        }
    }

    private func finish(_ state: String) {
        guard hang == nil else { return }
        do {
            try prelude["finish"].call(context.value(state))
            settle()
        } catch {
            report(error)
        }
    }

    /// Runs the scripts that the page has inserted by itself.
    func runPendingScripts() {
        while hang == nil, let script = try? nextPendingScript.callForObject() { run(script) }
    }

    /// Runs one script element's code and tells the element how that went.
    private func run(_ descriptor: ScriptValue) {
        let kind = descriptor["kind"].description
        let isModule = kind.hasSuffix("module")
        guard let script = code(of: descriptor, isExternal: kind.hasPrefix("external"), kind: isModule ? .module : .classic) else {
            return finished(descriptor, isLoaded: false)
        }
        if descriptor["hasNoEnd"].boolean {
            reportUnclosed(script, isModule ? .module : .classic)
            return finished(descriptor, isLoaded: true)
        }
        scripts.append(script)
        if isModule { runModule(script) } else { runClassic(script) }
        finished(descriptor, isLoaded: true)
    }

    /// Tells why a script doesn't run: it doesn't parse, as when an answer is cut off, or all that it lacks is its end tag.
    private func reportUnclosed(_ script: LocatedScript, _ kind: ScriptKind) {
        if let problem = (try? browser.parser.syntaxError(in: script.text, kind: kind)) ?? nil {
            report(ScriptError(name: "SyntaxError", message: problem.message), at: script, kind: kind)
        } else {
            let error = ScriptError(name: "SyntaxError", message: "The script has no end tag, so it never runs")
            report(error, line: script.line, column: script.column, isParseError: true)
        }
    }

    /// Runs a script element's own text now, inside whatever runs already.
    func runInline(_ descriptor: ScriptValue) {
        guard hang == nil, let script = code(of: descriptor, isExternal: false) else { return }
        runClassic(script)
    }

    private func finished(_ descriptor: ScriptValue, isLoaded: Bool) {
        do {
            try prelude["scriptFinished"].call(descriptor["element"], context.value(isLoaded))
        } catch {
            report(error)
        }
        runPendingScripts()
    }

    private func code(of descriptor: ScriptValue, isExternal: Bool, kind: ScriptKind = .classic) -> LocatedScript? {
        guard isExternal else {
            let line = Int(descriptor["line"].number.isFinite ? descriptor["line"].number : 1)
            let column = Int(descriptor["column"].number.isFinite ? descriptor["column"].number : 1)
            return LocatedScript(
                text: descriptor["text"].description, url: source.name, line: max(line, 1) + source.firstLine - 1, column: max(column, 1), kind: kind)
        }
        let path = descriptor["src"].description
        guard let text = fileText(path) else {
            reportMissing((path.contains("//") ? "network " : "file ") + path)
            return nil
        }
        return LocatedScript(text: text, url: path, line: 1, column: 1, kind: kind)
    }

    private func runClassic(_ script: LocatedScript) {
        classicScripts.append(script.text)
        do {
            var text = script.text
            if script.mentionsImportCall, let linked = try? linkedDynamicImports(in: script) { text = linked }
            try context.evaluate(browser.exposed(text, kind: .classic, hook: Self.exposeHook), url: script.url, line: script.line)
        } catch {
            report(error, at: script, kind: .classic)
        }
    }

    /// Reports a script's error, a syntax error with the place that acorn finds, which is that of the offending token.
    /// - Parameter hasRun: whether the script may itself have thrown what is reported.
    func report(_ error: ScriptError, at script: LocatedScript, kind: ScriptKind, hasRun: Bool = true) {
        guard error.name == "SyntaxError", let problem = (try? browser.parser.syntaxError(in: script.text, kind: kind)) ?? nil else {
            // A name that an earlier script has declared keeps a script that parses from running.
            return report(error, isParseError: !hasRun || error.message.hasPrefix("Can't create duplicate variable"))
        }
        let column = problem.line == 1 ? problem.column + script.column - 1 : problem.column
        report(error, line: problem.line + script.line - 1, column: column, isParseError: true)
    }
}
