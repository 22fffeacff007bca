/// A module's text and where it came from.
public struct ModuleSource: Sendable, Hashable {
    /// The address that tells modules apart, and against which their own specifiers are resolved.
    public var url: String
    public var text: String

    public init(url: String, text: String) {
        self.url = url
        self.text = text
    }
}
