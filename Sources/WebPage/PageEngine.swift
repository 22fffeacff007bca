import ScriptEngine

/// A virtual machine that pages run in, with the prelude compiled for it.
///
/// The engine counts how often a function has run over all pages of a machine, and compiles what has run often. What runs once
/// or a few times in every page is so compiled in the end, but then takes twice as long: compiled code has caches of its own for
/// each page, which pay only for code that a page runs many times. A machine so serves a limited number of pages.
final class PageEngine {
    let machine = VirtualMachine()
    private let source: PreludeSource
    private var program: ScriptProgram?
    /// What the library gives, by the size of the window, which lengths are measured by.
    private var libraries: [WindowSize: ScriptValue] = [:]
    /// How many pages it still serves.
    private var pagesLeft: Int

    private struct WindowSize: Hashable {
        var width, height: Double
    }

    init(_ source: PreludeSource, pages: Int) {
        self.source = source
        pagesLeft = pages
    }

    var isWornOut: Bool { pagesLeft <= 0 }

    /// A context for a page, with a fresh global object.
    func makeContext() -> ScriptContext {
        pagesLeft -= 1
        return ScriptContext(in: machine)
    }

    /// Makes the prelude's object for a page's context.
    /// - Parameters:
    ///   - host: the functions that the prelude calls for what JavaScript can't do.
    ///   - settings: an object with what the page's options say.
    func prelude(for options: PageOptions, host: ScriptValue, settings: ScriptValue, in context: ScriptContext) throws(ScriptError) -> ScriptValue {
        try context.evaluate(compiled()).call(host, settings, library(for: options))
    }

    private func compiled() throws(ScriptError) -> ScriptProgram {
        if let program { return program }
        let made = try ScriptProgram(source.text, url: "prelude", in: machine)
        program = made
        return made
    }

    private func library(for options: PageOptions) throws(ScriptError) -> ScriptValue {
        let size = WindowSize(width: options.viewportWidth, height: options.viewportHeight)
        if let known = libraries[size] { return known }
        let context = ScriptContext(in: machine)
        let own = context.object(["viewportWidth": context.value(size.width), "viewportHeight": context.value(size.height)])
        let library = try context.evaluate(source.libraryText, url: "library").call(own)
        libraries[size] = library
        return library
    }
}
