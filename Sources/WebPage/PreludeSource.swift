import Foundation
import ScriptEngine

/// The prelude: the JavaScript half of the simulated browser, one function made of the files in `Prelude/` and of the
/// extensions of later stages.
final class PreludeSource {
    private let text: String
    private var program: ScriptProgram?

    init(extensions: [PageExtension]) {
        let files = Self.files + extensions.map(\.source).joined(separator: "\n")
        text = "(function (host, settings) { 'use strict';\n" + files + "\nreturn page;\n})"
    }

    /// The prelude's function, made for a page's context.
    func function(in context: ScriptContext) throws(ScriptError) -> ScriptValue {
        if let program { return try context.evaluate(program) }
        let program = try ScriptProgram(text, url: "prelude", in: context.machine)
        self.program = program
        return try context.evaluate(program)
    }

    /// Whether a function of this text is the prelude's, as far as texts can tell.
    func holds(_ source: String) -> Bool {
        source.utf8.count >= Self.functionLengthMin && bytes.range(of: Data(source.utf8)) != nil
    }

    /// The shortest functions of a page might be written alike.
    private static let functionLengthMin = 12
    private lazy var bytes = Data(text.utf8)

    private static let files: String = {
        let names = PreludeFiles.text("order.txt").split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        return names.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map(PreludeFiles.text).joined(separator: "\n") + "\n"
    }()
}
