import GameReading
import WebPage

/// Watches a session frame by frame for whoever records it: what is read of the game, and a digest of what was painted.
public final class GameWatch {
    /// What there is to see at one moment.
    public struct Sight: Sendable, Equatable {
        /// The reading, a JSON object; empty where no playfield is known.
        public var readingJSON: String
        /// A digest of everything that is painted.
        public var digest: UInt32
    }

    private let session: GameSession
    private var tracker: FieldTracker?
    private var last: Sight?
    /// The board that was put into words last.
    private var board: (settled: CellMask, json: String)?
    private var paint = PaintWatch()
    /// Digests of the surfaces up to each one.
    private var digests: [PaintDigest] = []

    public init(_ session: GameSession) {
        self.session = session
        tracker = session.newTracker()
    }

    /// What there is to see now. Nothing can be read anew of what looks the same as before.
    public func look() -> Sight { look(at: session.page.stamp()) }

    /// What there is to see now.
    /// - Parameter stamp: the page's present stamp, for whoever has asked for it already.
    public func look(at stamp: PageStamp) -> Sight {
        let changed = paint.firstChange(on: session.page, stamp)
        if let last, changed == nil { return last }
        let digest = updateDigests(from: changed ?? 0)
        if let last, last.digest == digest { return last }
        let sight = Sight(readingJSON: readingJSON(), digest: digest)
        last = sight
        return sight
    }

    /// An object with the members `board`, `level`, `lines`, `piece` and `score`, as far as they are known. Put together by
    /// hand, for it is made whenever something moves, and a general encoder takes longer than all the rest.
    private func readingJSON() -> String {
        if let observation = session.observe() { tracker?.see(observation) }
        let numbers = session.page.shownNumbers()
        var json = "{"
        func add(_ name: StaticString, _ value: String?) {
            guard let value else { return }
            json += json.utf8.count > 1 ? ",\"" : "\""
            json += "\(name)\":"
            json += value
        }
        add("board", tracker.map { boardJSON($0.settled) })
        add("level", numbers.level.flatMap(Self.json))
        add("lines", numbers.lines.flatMap(Self.json))
        add("piece", tracker?.piece.map(Self.pieceJSON))
        add("score", numbers.score.flatMap(Self.json))
        return json + "}"
    }

    private static func pieceJSON(_ piece: Piece) -> String {
        var json = "["
        for cell in piece.cells {
            json += json.utf8.count > 1 ? ",[" : "["
            json += String(cell.column)
            json += ","
            json += String(cell.row)
            json += "]"
        }
        return json + "]"
    }

    /// The settled cells, a text a row; they stay the same while a piece falls.
    private func boardJSON(_ settled: CellMask) -> String {
        if let board, board.settled == settled { return board.json }
        let rows = FieldPicture.text(of: settled).split(separator: "\n")
        let json = "[\"" + rows.joined(separator: "\",\"") + "\"]"
        board = (settled, json)
        return json
    }

    /// A number as JSON has it; nil where it has none.
    private static func json(_ number: Double) -> String? {
        Int64(exactly: number).map(String.init) ?? (number.isFinite ? "\(number)" : nil)
    }

    /// Digests the surfaces from one on.
    /// - Returns: the digest of them all.
    private func updateDigests(from first: Int) -> UInt32 {
        digests.removeSubrange(min(first, digests.count)...)
        for surface in paint.surfaces.dropFirst(digests.count) {
            var digest = digests.last ?? PaintDigest()
            for box in surface.boxes { digest.mix(box, session.page.looks) }
            digests.append(digest)
        }
        return digests.last?.value ?? PaintDigest().value
    }
}
