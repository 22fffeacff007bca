import CJavaScriptCore

/// A script that many contexts of one machine run.
///
/// The engine finds the code of a plain text by hashing and comparing all of it, which for a long text costs more than
/// running it. A program is one object to the engine, known again by its identity.
public final class ScriptProgram {
    private let machine: VirtualMachine
    let ref: JSScriptRef

    /// - Throws: ``ScriptError`` with the line of the first syntax error.
    public init(_ text: String, url: String, in machine: VirtualMachine) throws(ScriptError) {
        self.machine = machine
        let source = ScriptString(text)
        let name = ScriptString(url)
        var message: JSStringRef?
        var line: Int32 = 0
        guard let script = JSScriptCreateFromString(machine.ref, name.ref, 1, source.ref, &message, &line) else {
            defer { if let message { JSStringRelease(message) } }
            throw ScriptError(name: "SyntaxError", message: message.map(ScriptString.text(of:)) ?? "", source: url, line: Int(line))
        }
        ref = script
    }

    deinit {
        JSScriptRelease(ref)
    }
}
