import GameReading
import WebPage

/// Compares the pieces that a game shows beside its playfield with those that come.
struct PreviewWatch {
    /// A place where pieces are shown, and what was shown there while each piece fell.
    private struct Slot {
        var place: PreviewPlace
        var kinds: [Int: Character] = [:]
    }

    private var slots: [Slot] = []
    /// The kinds of the pieces that came, one after another.
    private var came: [Character] = []

    /// Pieces after which enough has been seen.
    static let piecesMax = 18
    private static let samplesMin = 3
    /// A piece may be misread now and then; a preview that tells nothing is right once in seven times.
    private static let shareMin = 0.8

    var isComplete: Bool { came.count >= Self.piecesMax }

    /// Takes in what is shown while the present piece falls.
    mutating func see(_ session: GameSession) {
        guard let field = session.knowledge.field else { return }
        let pictures = session.page.surfaces().map { ($0, session.page.boxes(ofSurface: $0.id)) }
        for shown in PreviewReader(field: field).read(pictures) {
            guard let kind = Piece(shown.cells)?.kind, kind != "?" else { continue }
            slots[slot(for: shown)].kinds[came.count] = kind
        }
    }

    /// Takes in which piece it was.
    mutating func came(_ kind: Character) {
        came.append(kind)
    }

    /// The slot in which a piece is shown.
    private mutating func slot(for shown: PreviewReader.Shown) -> Int {
        let near = slots.firstIndex { $0.place.holds(shown) }
        if let near { return near }
        slots.append(Slot(place: PreviewPlace(surface: shown.surface, x: shown.x, y: shown.y)))
        return slots.count - 1
    }

    /// How well the best of the slots told what came next; nil when nothing is shown that changes.
    func report() -> PreviewReport? { best?.report }

    /// Where the next piece is shown; nil where nothing shown can be relied on.
    var place: PreviewPlace? {
        best.flatMap { $0.report.isRight ? $0.slot.place : nil }
    }

    private var best: (slot: Slot, report: PreviewReport)? {
        slots.compactMap { slot in report(slot).map { (slot, $0) } }
            .max { Double($0.report.right) / Double($0.report.pieces) < Double($1.report.right) / Double($1.report.pieces) }
    }

    private func report(_ slot: Slot) -> PreviewReport? {
        let samples = slot.kinds.filter { $0.key + 1 < came.count }.sorted { $0.key < $1.key }
        guard samples.count >= Self.samplesMin, Set(samples.map(\.value)).count > 1 || Set(came).count == 1 else { return nil }
        let wrong = samples.first { $0.value != came[$0.key + 1] }
        let right = samples.count { $0.value == came[$0.key + 1] }
        let detail = wrong.map { "\($0.value) was shown and \(came[$0.key + 1]) came" }
        return PreviewReport(
            pieces: samples.count, right: right, isRight: Double(right) >= Self.shareMin * Double(samples.count), detail: detail)
    }
}

/// How well what was shown as the next piece told what came.
public struct PreviewReport: Sendable, Equatable, Codable {
    /// Pieces that were compared, and those that came as shown.
    public var pieces, right: Int
    /// Whether it can be relied on.
    public var isRight: Bool
    /// The first piece that came otherwise than shown.
    public var detail: String?
}
