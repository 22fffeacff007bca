import CJavaScriptCore

extension ScriptContext {
    public var undefined: ScriptValue { ScriptValue(JSValueMakeUndefined(ref), in: self) }
    public var null: ScriptValue { ScriptValue(JSValueMakeNull(ref), in: self) }

    public func value(_ boolean: Bool) -> ScriptValue { ScriptValue(JSValueMakeBoolean(ref, boolean), in: self) }
    public func value(_ number: Double) -> ScriptValue { ScriptValue(JSValueMakeNumber(ref, number), in: self) }
    public func value(_ text: String) -> ScriptValue { value(ScriptString(text)) }
    public func value(_ text: ScriptString) -> ScriptValue { ScriptValue(JSValueMakeString(ref, text.ref), in: self) }

    /// The value that a JSON text stands for, or `undefined` when it is not JSON.
    public func value(json: String) -> ScriptValue {
        let text = ScriptString(json)
        return JSValueMakeFromJSONString(ref, text.ref).map { ScriptValue($0, in: self) } ?? undefined
    }

    /// An ArrayBuffer with a copy of the bytes.
    public func arrayBuffer(_ bytes: [UInt8]) -> ScriptValue {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
        bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count) }
        var exception: JSValueRef?
        let buffer = JSObjectMakeArrayBufferWithBytesNoCopy(ref, copy, bytes.count, { memory, _ in memory?.deallocate() }, nil, &exception)
        return buffer.map { ScriptValue($0, in: self) } ?? undefined
    }
}
