import ScriptEngine

extension Page {
    /// Gives the page's scripts the name by which they hand their scopes over, as a constant: a property of the global
    /// object could be seen by whoever lists them.
    func declareExposeHook() throws(ScriptError) {
        try context.evaluate("const \(Self.exposeHook) = globalThis.\(Self.exposeHook)_; delete globalThis.\(Self.exposeHook)_")
    }

    /// Hands the names at the top level of the page's classic scripts to the prelude's `Scopes`, for those that have begun
    /// since the last call. Scopes inside of scripts, modules and classes hand themselves over as they are entered.
    public func exposeTopLevelNames() {
        while exposedScripts < classicScripts.count, hang == nil {
            let text = classicScripts[exposedScripts]
            exposedScripts += 1
            let exposure = (try? browser.parser.exposingTopLevel(of: text, by: Self.exposeHook, place: "script \(exposedScripts)")) ?? nil
            if let exposure { _ = try? context.evaluate(ScriptString(exposure), url: "playproof/top-level.js", line: 1) }
        }
    }
}
