import Foundation
import ScriptEngine

/// The prelude: the JavaScript half of the simulated browser, one function made of the files in `Prelude/` and of the
/// extensions of later stages.
///
/// What needs to know nothing of the page, as tables and parsers, is the library: a function of its own, which is run once in
/// a context where no page's script ever runs. So its tables are made once, and its code stays compiled from page to page.
final class PreludeSource {
    private let text: String
    private let libraryText: String
    private var program: ScriptProgram?
    /// What the library gives, by the size of the window, which lengths are measured by.
    private var libraries: [WindowSize: ScriptValue] = [:]

    private struct WindowSize: Hashable {
        var width, height: Double
    }

    init(extensions: [PageExtension]) {
        let library = Self.list("library.txt").map { $0.split(separator: " ").map(String.init) }
        let names = library.flatMap { $0.dropFirst() }.joined(separator: ", ")
        libraryText = "(function (settings) { 'use strict';\n" + Self.joined(library.map { $0[0] }) + "\nreturn { __proto__: null, \(names) };\n})"
        let files = Self.joined(Self.list("order.txt")) + extensions.map(\.source).joined(separator: "\n")
        text = "(function (host, settings, library) { 'use strict';\nconst { \(names) } = library;\n" + files + "\nreturn page;\n})"
    }

    /// Makes the prelude's object for a page's context.
    /// - Parameters:
    ///   - host: the functions that the prelude calls for what JavaScript can't do.
    ///   - settings: an object with what the page's options say.
    func object(for options: PageOptions, host: ScriptValue, settings: ScriptValue, in context: ScriptContext) throws(ScriptError) -> ScriptValue {
        let library = try library(for: options, in: context.machine)
        if program == nil { program = try ScriptProgram(text, url: "prelude", in: context.machine) }
        guard let program else { return context.undefined }
        return try context.evaluate(program).call(host, settings, library)
    }

    private func library(for options: PageOptions, in machine: VirtualMachine) throws(ScriptError) -> ScriptValue {
        let size = WindowSize(width: options.viewportWidth, height: options.viewportHeight)
        if let known = libraries[size] { return known }
        let context = ScriptContext(in: machine)
        let own = context.object(["viewportWidth": context.value(size.width), "viewportHeight": context.value(size.height)])
        let library = try context.evaluate(libraryText, url: "library").call(own)
        libraries[size] = library
        return library
    }

    /// Whether a function of this text is the prelude's, as far as texts can tell.
    func holds(_ source: String) -> Bool {
        source.utf8.count >= Self.functionLengthMin && bytes.range(of: Data(source.utf8)) != nil
    }

    /// The shortest functions of a page might be written alike.
    private static let functionLengthMin = 12
    private lazy var bytes = Data(text.utf8)

    /// The lines of a list of files, without comments.
    private static func list(_ name: String) -> [String] {
        PreludeFiles.text(name).split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    private static func joined(_ files: [String]) -> String {
        files.map(PreludeFiles.text).joined(separator: "\n") + "\n"
    }
}
