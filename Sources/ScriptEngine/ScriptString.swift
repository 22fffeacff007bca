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

    static func text(of ref: JSStringRef) -> String {
        let count = JSStringGetLength(ref)
        guard let characters = JSStringGetCharactersPtr(ref), count > 0 else { return "" }
        return String(decoding: UnsafeBufferPointer(start: characters, count: count), as: UTF16.self)
    }
}
