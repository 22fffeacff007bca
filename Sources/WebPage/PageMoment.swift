/// A moment in a page's life: two are equal if nothing can have come to look otherwise between them, since no script has run
/// and nothing moves by itself.
struct PageMoment: Equatable {
    /// The page's ``ScriptContext/turns``, in which looks don't count.
    var turns: Int
    /// Virtual milliseconds, while animations are in effect or to come.
    var animatedAt: Double?
}
