import GameReading
import WebPage

/// Watches a session frame by frame for whoever records it: what is read of the game, and a digest of what was painted.
public final class GameWatch {
    /// What there is to see at one moment.
    public struct Sight: Sendable, Equatable {
        public var reading: WatchedReading
        /// A digest of everything that is painted.
        public var digest: UInt32
    }

    private let session: GameSession
    private var tracker: FieldTracker?
    private var last: Sight?
    private var paint = PaintWatch()
    /// Digests of the surfaces up to each one.
    private var digests: [PaintDigest] = []

    public init(_ session: GameSession) {
        self.session = session
        tracker = session.newTracker()
    }

    /// What there is to see now. Nothing can be read anew of what looks the same as before.
    public func look() -> Sight {
        change(at: session.page.stamp()) ?? last ?? Sight(reading: reading(), digest: PaintDigest().value)
    }

    /// What there is to see now; nil when it looks as it did the last time.
    /// - Parameter stamp: the page's present stamp.
    public func change(at stamp: PageStamp) -> Sight? {
        guard let changed = paint.firstChange(on: session.page, stamp) else { return nil }
        let digest = updateDigests(from: changed)
        guard digest != last?.digest else { return nil }
        last = Sight(reading: reading(), digest: digest)
        return last
    }

    private func reading() -> WatchedReading {
        if let observation = session.observe() { tracker?.see(observation) }
        return WatchedReading(board: tracker?.settled, piece: tracker?.piece, numbers: session.page.shownNumbers())
    }

    /// Digests the surfaces from one on.
    /// - Returns: the digest of them all.
    private func updateDigests(from first: Int) -> UInt32 {
        digests.removeSubrange(min(first, digests.count)...)
        for surface in paint.surfaces.dropFirst(digests.count) {
            var digest = digests.last ?? PaintDigest()
            for box in surface { digest.mix(box, session.page.looks) }
            digests.append(digest)
        }
        return digests.last?.value ?? PaintDigest().value
    }
}
