/// A part of a run, for machines that share it: the submissions in order, cut into parts of the same size.
public struct Shard: Sendable, Equatable {
    /// 1-based.
    public let index: Int
    public let count: Int

    public init?(index: Int, count: Int) {
        guard count >= 1, (1...count).contains(index) else { return nil }
        self.index = index
        self.count = count
    }

    /// Reads `2/3`.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1] else { return nil }
        self.init(index: index, count: count)
    }

    /// Which of so many submissions belong to it. The shards' ranges follow each other, so that their results do.
    public func range(of total: Int) -> Range<Int> {
        total * (index - 1) / count..<total * index / count
    }
}
