import CJavaScriptCore

/// An engine string that is converted once and used many times, as a property name or a source text.
public final class ScriptString {
    let ref: JSStringRef

    public init(_ text: String) {
        ref = Self.make(text)
    }

    deinit {
        JSStringRelease(ref)
    }

    /// A new reference that the caller releases. A C string would end at the first null character, so texts that
    /// hold one go over as UTF-16.
    static func make(_ text: String) -> JSStringRef {
        var text = text
        let hasNull = text.withUTF8 { $0.contains(0) }
        guard hasNull else { return text.withCString { JSStringCreateWithUTF8CString($0) } }
        let units = Array(text.utf16)
        return units.withUnsafeBufferPointer { JSStringCreateWithCharacters($0.baseAddress, $0.count) }
    }

    /// The engine keeps most texts as Latin-1, and would widen them to give their UTF-16. Its UTF-8 ends where there is none.
    static func text(of ref: JSStringRef) -> String {
        let size = JSStringGetMaximumUTF8CStringSize(ref)
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
            let count = JSStringGetUTF8CString(ref, buffer.baseAddress, size)
            return String(decoding: UnsafeRawBufferPointer(buffer).prefix(max(count - 1, 0)), as: UTF8.self)
        }
        return text.utf16.count == JSStringGetLength(ref) ? text : textFromUnits(of: ref)
    }

    /// What has no form in UTF-8, half a surrogate pair that stands alone, becomes the replacement character.
    private static func textFromUnits(of ref: JSStringRef) -> String {
        guard let characters = JSStringGetCharactersPtr(ref) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: characters, count: JSStringGetLength(ref)), as: UTF16.self)
    }
}
