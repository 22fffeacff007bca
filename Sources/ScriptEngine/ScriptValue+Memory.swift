import CJavaScriptCore

extension ScriptValue {
    /// Lends the memory of a typed array of the element type; nil when the value is none.
    ///
    /// The pointer is good only inside `body`, which must not run any script.
    public func withTypedArray<Element, Result>(
        of element: Element.Type, _ body: (UnsafeMutableBufferPointer<Element>) throws -> Result
    ) rethrows -> Result? {
        guard isObject, JSValueGetTypedArrayType(context.ref, ref, nil) != kJSTypedArrayTypeNone else { return nil }
        let offset = JSObjectGetTypedArrayByteOffset(context.ref, object, nil)
        let bytes = JSObjectGetTypedArrayByteLength(context.ref, object, nil)
        guard let start = JSObjectGetTypedArrayBytesPtr(context.ref, object, nil) else { return nil }
        // The engine's pointer is that of the view in some versions and that of its buffer in others.
        let buffer = JSObjectGetTypedArrayBuffer(context.ref, object, nil)
        let base = buffer.flatMap { JSObjectGetArrayBufferBytesPtr(context.ref, $0, nil) } ?? start
        let memory = base.advanced(by: offset).assumingMemoryBound(to: Element.self)
        return try body(UnsafeMutableBufferPointer(start: memory, count: bytes / MemoryLayout<Element>.stride))
    }

    /// A copy of an ArrayBuffer's bytes, or of those that a typed array shows; nil for other values.
    public func bytes() -> [UInt8]? {
        guard isObject else { return nil }
        switch JSValueGetTypedArrayType(context.ref, ref, nil) {
        case kJSTypedArrayTypeNone:
            return nil
        case kJSTypedArrayTypeArrayBuffer:
            let count = JSObjectGetArrayBufferByteLength(context.ref, object, nil)
            guard let start = JSObjectGetArrayBufferBytesPtr(context.ref, object, nil) else { return count == 0 ? [] : nil }
            return Array(UnsafeRawBufferPointer(start: start, count: count))
        default:
            return withTypedArray(of: UInt8.self) { Array($0) }
        }
    }
}
