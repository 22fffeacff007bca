import CJavaScriptCore

/// A JavaScript value, kept alive for as long as this object is.
public final class ScriptValue {
    public let context: ScriptContext
    let ref: JSValueRef

    init(_ ref: JSValueRef, in context: ScriptContext) {
        self.context = context
        self.ref = ref
        JSValueProtect(context.ref, ref)
    }

    deinit {
        JSValueUnprotect(context.ref, ref)
    }

    /// Calls an accessor-free primitive test of the C API on the value.
    private func test(_ body: (JSContextRef?, JSValueRef?) -> Bool) -> Bool { body(context.ref, ref) }

    public var isUndefined: Bool { test(JSValueIsUndefined) }
    public var isNull: Bool { test(JSValueIsNull) }
    public var isBoolean: Bool { test(JSValueIsBoolean) }
    public var isNumber: Bool { test(JSValueIsNumber) }
    public var isString: Bool { test(JSValueIsString) }
    public var isObject: Bool { test(JSValueIsObject) }
    public var isArray: Bool { test(JSValueIsArray) }
    public var isFunction: Bool { isObject && JSObjectIsFunction(context.ref, object) }

    /// `Boolean(value)`.
    public var boolean: Bool { JSValueToBoolean(context.ref, ref) }

    /// `Number(value)`; NaN where the conversion throws.
    public var number: Double {
        var exception: JSValueRef?
        let number = JSValueToNumber(context.ref, ref, &exception)
        return exception == nil ? number : .nan
    }

    /// The value as `JSON.stringify` writes it, or nil for what JSON has no form for.
    public func json() throws(ScriptError) -> String? {
        var exception: JSValueRef?
        let text = JSValueCreateJSONString(context.ref, ref, 0, &exception)
        defer { if let text { JSStringRelease(text) } }
        if let error = context.takeError(exception) { throw error }
        return text.map { ScriptString.text(of: $0) }
    }

    /// The object behind the value. Only for values that are objects.
    var object: JSObjectRef { ref }
}

extension ScriptValue: CustomStringConvertible {
    /// `String(value)`; empty where the conversion throws.
    public var description: String {
        var exception: JSValueRef?
        guard let text = JSValueToStringCopy(context.ref, ref, &exception), exception == nil else {
            _ = context.takeError(exception)
            return ""
        }
        defer { JSStringRelease(text) }
        return ScriptString.text(of: text)
    }
}
