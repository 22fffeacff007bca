/// JavaScript that a later stage adds to the prelude: it shares the prelude's scope, so it has the captured intrinsics
/// and the DOM's internals at hand, and hangs the functions that Swift calls on the object `page`.
public struct PageExtension: Sendable, Hashable {
    public var name: String
    public var source: String

    public init(name: String, source: String) {
        self.name = name
        self.source = source
    }
}
