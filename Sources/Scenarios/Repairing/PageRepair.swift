import WebPage

/// A submission with a small change that might be what its author meant.
public struct PageRepair: Sendable, Codable, Equatable {
    /// The whole repaired submission.
    public var page: PageSource
    public var edits: [Repair.Edit]

    public init(page: PageSource, edits: [Repair.Edit]) {
        self.page = page
        self.edits = edits
    }
}
