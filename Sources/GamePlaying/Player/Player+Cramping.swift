import GameReading

extension Player {
    /// Turns the piece where there is no room for what the turn makes of it: in a gap of the stack. A game that turns it
    /// nevertheless writes over what was there, which a piece that is turned at random seldom shows.
    /// - Returns: false where there is no such place, or none that the keys there are lead to.
    func turnInGap() -> Bool {
        guard controls.rotate != nil, let soft = controls.soft, let current = piece, !isLost, current.cells.count >= 3,
            let place = tightestPlace(for: current)
        else { return false }
        guard turn(to: place.shape), shift(to: place.left) else { return true }
        for _ in 0..<settled.rows {
            guard let piece, !isLost, piece.bottom < place.bottom, piece.moved(0, 2).fits(on: settled) else { break }
            press(soft)
            guard follow() != nil else { return true }
        }
        for _ in 0..<Self.turnsInGap {
            guard turn() != nil else { break }
        }
        return true
    }

    private static let turnsInGap = 2

    /// Brings the piece to a column.
    /// - Returns: false when something was in the way, or the piece was lost.
    private func shift(to left: Int) -> Bool {
        for _ in 0..<settled.columns {
            guard let piece else { return false }
            if piece.left == left { return true }
            guard let moved = move(left < piece.left ? -1 : 1), moved != 0 else { return false }
        }
        return false
    }

    /// Where the piece, coming straight down and not yet at rest, has least room to be turned; nil where it has room
    /// everywhere.
    private func tightestPlace(for current: Piece) -> Piece? {
        var best: (piece: Piece, tightness: Int)?
        var form = current.shape
        for _ in 0..<2 {
            let next = turned[form] ?? form.turnedRight
            for column in 0..<settled.columns {
                for place in descent(of: form, at: column) {
                    let tightness = tightness(around: place, for: next)
                    if tightness > best?.tightness ?? 0 { best = (place, tightness) }
                }
            }
            form = next.shape
        }
        return best?.piece
    }

    /// The places of a form that comes straight down in a column, but for the last, in which it may come to rest any time.
    private func descent(of form: Piece, at column: Int) -> [Piece] {
        var places: [Piece] = []
        var place = form.moved(column, 0)
        while place.fits(on: settled), place.moved(0, 1).fits(on: settled) {
            places.append(place)
            place = place.moved(0, 1)
        }
        return places
    }

    /// How many cells at least of the turned form are taken or below the floor, about whichever cell the game turns it. None at
    /// the sides: a part that is out of sight there has gone through a wall, which is another fault, or into columns that the
    /// page doesn't show.
    private func tightness(around place: Piece, for form: Piece) -> Int {
        let turned = (-1...1).flatMap { column in (0...1).map { row in form.moved(place.left + column, place.top + row) } }
        guard turned.allSatisfy({ $0.left >= 0 && $0.right < settled.columns }) else { return 0 }
        return turned.map { $0.cells.count { $0.row >= 0 && (!settled.isInside($0) || settled.contains($0)) } }.min() ?? 0
    }
}
