import CJavaScriptCore

extension ScriptError {
    /// Reads an exception object. Its properties can be accessors of the script that threw it, so whatever fails
    /// while they are read is left out, and what they throw is not looked at: it might be the same object again.
    init(thrown value: ScriptValue) {
        guard value.isObject else {
            self.init(name: "Error", message: value.unguardedDescription)
            return
        }
        func text(_ name: String) -> String? {
            guard let property = value.unguardedProperty(name), property.isString else { return nil }
            return property.unguardedDescription
        }
        func integer(_ name: String) -> Int? {
            guard let property = value.unguardedProperty(name), property.isNumber else { return nil }
            return Int(exactly: property.number)
        }
        self.init(
            name: text("name") ?? "Error", message: text("message") ?? value.unguardedDescription,
            source: text("sourceURL"), line: integer("line"), column: integer("column"), stack: text("stack"))
    }
}

extension ScriptValue {
    /// A property of an object; nil where reading it throws, whatever that is.
    fileprivate func unguardedProperty(_ name: String) -> ScriptValue? {
        let name = ScriptString(name)
        var exception: JSValueRef?
        let value = JSObjectGetProperty(context.ref, object, name.ref, &exception)
        return exception == nil ? value.map { ScriptValue($0, in: context) } : nil
    }

    /// `String(value)`; empty where the conversion throws, whatever that is.
    fileprivate var unguardedDescription: String {
        var exception: JSValueRef?
        guard let text = JSValueToStringCopy(context.ref, ref, &exception), exception == nil else { return "" }
        defer { JSStringRelease(text) }
        return ScriptString.text(of: text)
    }
}
