import Foundation
import ScriptEngine

/// The prelude: the JavaScript half of the simulated browser, one function made of the files in `Prelude/` and of the
/// extensions of later stages.
struct PreludeSource {
    /// The function's source, converted once so that the engine's code cache knows it again.
    let script: ScriptString

    init(extensions: [PageExtension]) {
        let text = Self.files + extensions.map(\.source).joined(separator: "\n")
        script = ScriptString("(function (host, settings) { 'use strict';\n" + text + "\nreturn page;\n})")
    }

    private static let files: String = {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Prelude")
        func read(_ name: String) -> String {
            guard let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) else {
                preconditionFailure("the prelude's file \(name) is missing from \(folder.path); build the package again")
            }
            return text
        }
        let names = read("order.txt").split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        return names.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map(read).joined(separator: "\n") + "\n"
    }()
}
