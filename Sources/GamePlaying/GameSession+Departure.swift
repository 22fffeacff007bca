import WebPage

extension GameSession {
    /// The address of another page for which this one was left, after so many records; nil while it stays, as one does that loads
    /// itself anew or opens a window beside it.
    func departure(since count: Int) -> String? {
        collectRecords().dropFirst(count).lazy.filter { $0.kind == .navigation }.compactMap(\.target)
            .last { $0.hasPrefix("http") && !self.source.isAddressed(by: $0) }
    }
}
