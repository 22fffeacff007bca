import CJavaScriptCore

extension ScriptValue {
    /// The property, or `undefined` when there is none or it can't be read.
    public subscript(name: String) -> ScriptValue {
        (try? property(name)) ?? context.undefined
    }

    /// - Throws: what a getter threw.
    public func property(_ name: String) throws(ScriptError) -> ScriptValue {
        try property(ScriptString(name))
    }

    /// - Throws: what a getter threw.
    public func property(_ name: ScriptString) throws(ScriptError) -> ScriptValue {
        guard isObject else { return context.undefined }
        var exception: JSValueRef?
        let value = JSObjectGetProperty(context.ref, object, name.ref, &exception)
        if let error = context.takeError(exception) { throw error }
        return value.map { ScriptValue($0, in: context) } ?? context.undefined
    }

    /// `Number(property)` without making a Swift object for it; NaN when it can't be read or the value is no object.
    public func number(of name: ScriptString) -> Double {
        guard isObject else { return .nan }
        var exception: JSValueRef?
        let value = JSObjectGetProperty(context.ref, object, name.ref, &exception)
        if context.takeError(exception) != nil { return .nan }
        return value.map { JSValueToNumber(context.ref, $0, nil) } ?? .nan
    }

    /// - Throws: what a setter threw.
    public func setProperty(_ name: String, to value: ScriptValue) throws(ScriptError) {
        let name = ScriptString(name)
        var exception: JSValueRef?
        JSObjectSetProperty(context.ref, object, name.ref, value.ref, 0, &exception)
        if let error = context.takeError(exception) { throw error }
    }

    /// The element at `index`, or `undefined`.
    public subscript(index: Int) -> ScriptValue {
        guard isObject, index >= 0 else { return context.undefined }
        var exception: JSValueRef?
        let value = JSObjectGetPropertyAtIndex(context.ref, object, UInt32(index), &exception)
        _ = context.takeError(exception)
        return value.map { ScriptValue($0, in: context) } ?? context.undefined
    }

    /// The `length` of an array-like object, 0 for anything else.
    public var count: Int {
        let length = self["length"].number
        return length.isFinite && length > 0 ? Int(length) : 0
    }
}
