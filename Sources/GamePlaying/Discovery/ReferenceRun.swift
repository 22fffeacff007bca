import GameReading

/// The first seconds of a game in which nothing is pressed: what every experiment is compared with.
struct ReferenceRun {
    /// The piece in each frame after the start, nil where none can be made out.
    private(set) var pieces: [Piece?] = []
    /// The frame, counted from the start, in which the first piece is seen whole.
    private(set) var firstWholeFrame: Int?
    /// The frame in which keys are tried: the piece is whole and has room to turn below the field's upper edge. Some
    /// games also take no keys in a piece's first moments.
    private(set) var trialFrame: Int?
    /// Milliseconds a row, the median of the first steps; nil when nothing fell.
    private(set) var gravityMs: Double?

    /// The first piece, whole; nil when none was seen.
    var firstPiece: Piece? { firstWholeFrame.flatMap { pieces[$0] } }

    /// Frames that are watched at least, at most, and after the one in which keys are tried.
    private static let framesMin = 200
    private static let framesMax = 480
    private static let framesAfterTrial = 80

    /// Starts the game anew and watches it until its first piece is well in sight.
    init(_ session: GameSession) {
        guard (try? session.reopen()) != nil else { return }
        session.advance(frames: 6)
        session.start()
        var finder = session.newFinder()
        while pieces.count < Self.framesMax {
            guard let observation = session.observe(), !session.isHung else { return }
            let empty = CellMask(columns: observation.image.columns, rows: observation.image.rows)
            var piece = finder.piece(in: observation, above: empty)
            // What is seen first and far down is the ghost of a piece that is still above the field.
            if pieces.last.flatMap({ $0 }) == nil, let found = piece, found.top > observation.image.rows / 2 { piece = nil }
            if trialFrame == nil, let piece, piece.top >= 2 { trialFrame = pieces.count }
            pieces.append(piece)
            if let trialFrame, pieces.count > max(Self.framesMin, trialFrame + Self.framesAfterTrial) { break }
            session.advance(frames: 1)
        }
        firstWholeFrame = wholeFrame()
        trialFrame = trialFrame ?? firstWholeFrame.map { $0 + 4 }
        gravityMs = gravity(frameMilliseconds: session.options.frameInterval)
    }

    /// The first frame in which the piece has all the cells that it ever has before it lands.
    private func wholeFrame() -> Int? {
        let most = pieces.compactMap { $0?.cells.count }.max()
        return pieces.firstIndex { $0 != nil && $0?.cells.count == most }
    }

    private func gravity(frameMilliseconds: Double) -> Double? {
        var steps: [Int] = []
        var lastStep: Int?
        for index in pieces.indices.dropFirst() {
            guard let before = pieces[index - 1], let after = pieces[index], after.bottom > before.bottom else { continue }
            if let lastStep { steps.append((index - lastStep) / max(after.bottom - before.bottom, 1)) }
            lastStep = index
        }
        guard !steps.isEmpty else { return nil }
        return Double(steps.sorted()[steps.count / 2]) * frameMilliseconds
    }
}
