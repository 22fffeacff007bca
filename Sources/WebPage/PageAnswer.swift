/// What the prelude answered when it was asked last.
struct PageAnswer {
    /// When it was asked; nil where the answer doesn't follow from the page alone.
    var moment: PageMoment?
    var json: String
    /// The text decoded.
    var value: Any
}
