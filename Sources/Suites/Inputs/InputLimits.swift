/// How much of an input is read; a limit on everything, so that a wrong path can't fill the memory.
public struct InputLimits: Sendable, Equatable {
    /// A page with all its text, or an answer, may be so large.
    public var pageBytes = 20_000_000
    /// A file beside the page that is larger is left out, with a note.
    public var assetBytes = 4_000_000
    /// All files beside a page together.
    public var assetBytesTotal = 20_000_000
    /// Files beside a page.
    public var assetCount = 500
    /// How deep folders are searched for submissions.
    public var folderDepth = 6

    public init() {}
}
