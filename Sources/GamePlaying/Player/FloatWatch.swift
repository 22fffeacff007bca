/// Tells a piece that is left behind above its place from one that is still on its way there: elements that go to their new place
/// by a transition are seen at their old one for the time of it.
struct FloatWatch {
    /// Since when the piece has looked left behind, with the next one there.
    private var since: Double?
    private static let glideMilliseconds = 250.0

    /// Takes note that the piece looks left behind.
    /// - Returns: whether it has done so for longer than it takes to glide.
    mutating func lasts(at time: Double) -> Bool {
        let since = since ?? time
        self.since = since
        return time - since >= Self.glideMilliseconds
    }

    mutating func reset() { since = nil }
}
