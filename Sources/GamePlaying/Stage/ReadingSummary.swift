import GameReading
import WebPage

/// What there is to know of a game as it is now, a line a thing, each with how it was found.
struct ReadingSummary {
    private let session: GameSession
    private let tracker: FieldTracker
    private let startText: String?

    init(_ session: GameSession, _ tracker: FieldTracker, startText: String?) {
        self.session = session
        self.tracker = tracker
        self.startText = startText
    }

    /// - Parameter phase: what the game is doing, and how that shows.
    func lines(phase: (name: String, sign: String)) -> [String] {
        guard let field = session.knowledge.field, let observation = session.observe() else { return [] }
        let entries: [(String, String, String)] =
            [fieldEntry(field), variableEntry] + [pieceEntry(observation), ghostEntry(observation)] + previewEntries(field) + numberEntries
            + [("phase", phase.name, phase.sign), coloursEntry(observation), startEntry, controlsEntry, speedEntry]
        let width = entries.map(\.1.count).filter { $0 <= Self.columnWidth }.max() ?? 0
        return entries.map { name, value, found in
            Self.padded(name, to: 10) + " " + (found.isEmpty ? value : Self.padded(value, to: width) + "  (\(found))")
        }
    }

    /// Longer values don't make the column wider.
    private static let columnWidth = 60

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }

    private func fieldEntry(_ field: FieldGeometry) -> (String, String, String) {
        let place = field.surface == 0 ? "in the document" : "on canvas \(field.surface)"
        let size = "\(Int(field.cellWidth.rounded())) × \(Int(field.cellHeight.rounded())) px"
        return (
            "playfield", "\(field.columns) × \(field.rows) cells of \(size) \(place), from \(Int(field.x.rounded())),\(Int(field.y.rounded()))",
            "the lattice in which a few boxes come down together"
        )
    }

    private var variableEntry: (String, String, String) {
        guard let field = session.knowledge.variables else {
            return ("variable", "none", "no table among the game's variables held the same cells as the screen")
        }
        return ("variable", field.name, "held the same cells as the screen at several stacks")
    }

    private func pieceEntry(_ observation: Observation) -> (String, String, String) {
        guard let piece = tracker.piece else { return ("piece", "none", "nothing is seen above the settled cells") }
        return ("piece", "\(piece.kind) in \(Self.place(piece.cells)), \(colour(observation.image[piece.cells[0]]))", "what is seen beside the settled cells")
    }

    private func ghostEntry(_ observation: Observation) -> (String, String, String) {
        let cells = tracker.finder.ghostCells(in: observation, above: tracker.settled)
        guard !cells.isEmpty else { return ("ghost", "none", "nothing is seen where the piece would come to rest") }
        return ("ghost", Self.place(cells), "the piece's form where it would come to rest")
    }

    private static func place(_ cells: [Cell]) -> String {
        let columns = cells.map(\.column), rows = cells.map(\.row)
        func range(_ numbers: [Int]) -> String {
            let (first, last) = (numbers.min() ?? 0, numbers.max() ?? 0)
            return first == last ? "\(first)" : "\(first) to \(last)"
        }
        return "columns \(range(columns)), rows \(range(rows))"
    }

    /// The next pieces from the place where the next one was seen to be shown downwards, and what else is shown.
    private func previewEntries(_ field: FieldGeometry) -> [(String, String, String)] {
        let pictures = session.page.surfaces().map { ($0, session.page.boxes(ofSurface: $0.id)) }
        let shown = PreviewReader(field: field).read(pictures)
        guard let place = session.knowledge.nextPlace, let first = shown.first(where: place.holds) else {
            let forms = shown.compactMap { Piece($0.cells)?.kind }.map(String.init).joined(separator: ", ")
            return [("next", "not known", shown.isEmpty ? "no piece is shown beside the playfield" : "\(forms) beside the playfield did not tell what came")]
        }
        func isBelow(_ form: PreviewReader.Shown) -> Bool {
            form.surface == first.surface && abs(form.x - first.x) < 2.2 * form.cellSize && form.y >= first.y
        }
        let queue = shown.filter(isBelow), others = shown.filter { !isBelow($0) }
        func kinds(_ forms: [PreviewReader.Shown]) -> String {
            forms.map { String(Piece($0.cells)?.kind ?? "?") }.joined(separator: ", ")
        }
        var entries = [("next", kinds(queue), "what is shown at the place that told the pieces which came")]
        if session.knowledge.controls.hold != nil {
            entries.append(("hold", others.isEmpty ? "none" : kinds(others), "what else is shown, in a game with a key for hold"))
        }
        return entries
    }

    private var numberEntries: [(String, String, String)] {
        let numbers = session.page.shownNumbers()
        let sources = session.page.shownNumberSources()
        return [("score", numbers.score), ("lines", numbers.lines), ("level", numbers.level)].map { name, value in
            guard let value else { return (name, "none", "no figure with such a word is shown") }
            let figure = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
            return (name, figure, sources[name].map { "the page shows \"\($0)\"" } ?? "the only figure that the page shows")
        }
    }

    private func coloursEntry(_ observation: Observation) -> (String, String, String) {
        var counts: [UInt64: Int] = [:]
        for cell in tracker.settled.cells { counts[observation.image[cell], default: 0] += 1 }
        let colours = counts.map { (colour($0.key), $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        return ("colours", colours.isEmpty ? "none" : colours.map { "\($0.0) × \($0.1)" }.joined(separator: ", "), "of the settled cells")
    }

    private func colour(_ look: UInt64) -> String {
        guard look > 0, look < 1 << 62 else { return look == 0 ? "no colour" : "colours over one another" }
        let description = session.looks.description(of: Int32(truncatingIfNeeded: look - 1))
        return description.isEmpty ? "no colour" : description
    }

    private var startEntry: (String, String, String) {
        ("start", startText ?? "not known", startText == nil ? "nothing that was tried made anything fall" : "what made something fall, on a page of its own")
    }

    private var controlsEntry: (String, String, String) {
        let controls = Controls.names.compactMap { name in
            session.knowledge.controls[name].map { "\(name) \($0.description == " " ? "Space" : $0.description)" }
        }
        return ("controls", controls.isEmpty ? "none" : controls.joined(separator: ", "), "what each did to the piece, from the same moment of a game")
    }

    private var speedEntry: (String, String, String) {
        ("speed", session.knowledge.gravityMs.map { "a row in \(Int($0.rounded())) ms" } ?? "not known", "the first piece, with nothing pressed")
    }
}

extension GameStage {
    /// Lets time go by until it shows what the game is doing, and says that and what else there is to know, a line a thing.
    public func summary() -> String {
        guard let before = trackerNow else { return "playfield  none  (nothing on the page comes down as pieces do)" }
        let sight = ReadingSummary(session, before, startText: startText)
        // All but the phase is as it is now.
        let lines = sight.lines(phase: ("", ""))
        let phase = PhaseFinder(session).find { self.trackerNow }
        return lines.map { $0.hasPrefix("phase") ? "phase      \(phase.name)  (\(phase.sign))" : $0 }.joined(separator: "\n")
    }
}
