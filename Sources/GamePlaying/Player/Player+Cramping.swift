import GameReading

extension Player {
    /// Turns the piece where there is no room for what the turn makes of it: in a gap of the stack, and pushes it to both
    /// sides there. A game that turns or moves it nevertheless writes over what was there, which a piece that is pushed about
    /// at random seldom shows.
    /// - Returns: false where there is no such place, or none that the keys there are lead to.
    func turnInGap() -> Bool {
        guard controls.rotate != nil, let soft = controls.soft, let current = piece, !isLost, current.cells.count >= 3,
            let place = tightestPlace(for: current)
        else { return false }
        gapsTried += 1
        guard turn(to: place.shape), shift(to: place.left) else { return true }
        for _ in 0..<settled.rows {
            guard let piece, !isLost, piece.bottom < place.bottom, piece.moved(0, 2).fits(on: settled) else { break }
            press(soft)
            guard follow() != nil else { return true }
        }
        for _ in 0..<Self.turnsInGap {
            guard turn() != nil else { return true }
        }
        for direction in [-1, 1] {
            guard move(direction) != nil else { return true }
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
    ///
    /// Games look at some of the cells that a turn needs: settled ones are tried before the floor, which most games know
    /// of, and by turns those on any side, only on the right and only on the left.
    private func tightestPlace(for current: Piece) -> Piece? {
        let openings = [Opening.none, .left, .right]
        let places = openings.indices.lazy.compactMap { index in
            let opening = openings[(self.gapsTried + index) % openings.count]
            return self.tightestPlace(for: current) { self.settledCells(around: $0, for: $1, opening) }
        }
        return places.first ?? tightestPlace(for: current) { self.takenCells(around: $0, for: $1) }
    }

    private func tightestPlace(for current: Piece, _ tightness: (_ place: Piece, _ form: Piece) -> Int) -> Piece? {
        var best: (piece: Piece, tightness: Int)?
        var form = current.shape
        for _ in 0..<2 {
            let next = turned[form] ?? form.turnedRight
            for column in 0..<settled.columns {
                for place in descent(of: form, at: column) {
                    let tightness = tightness(place, next)
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

    /// The side of a turned form at which nothing is in its way.
    private enum Opening { case none, left, right }

    /// Where a turn may bring a piece that becomes the form; none where that is partly beyond the sides: a part that is out of
    /// sight there has gone through a wall, which is another fault, or into columns that the page doesn't show.
    private func turns(of place: Piece, into form: Piece) -> [Piece] {
        let shifts = turnShifts[place.shape].map { [$0] } ?? [-1, 0, 1]
        let turned = shifts.flatMap { shift in (0...1).map { row in form.moved(place.left + shift, place.top + row) } }
        return turned.allSatisfy { $0.left >= 0 && $0.right < settled.columns } ? turned : []
    }

    /// How many cells at least of the turned form are taken or below the floor.
    private func takenCells(around place: Piece, for form: Piece) -> Int {
        turns(of: place, into: form).map { $0.cells.count { $0.row >= 0 && (!settled.isInside($0) || settled.contains($0)) } }.min() ?? 0
    }

    /// How many cells at least of the turned form are settled ones, where it is above the floor and one side is open.
    private func settledCells(around place: Piece, for form: Piece, _ opening: Opening) -> Int {
        let turned = turns(of: place, into: form)
        guard turned.allSatisfy({ $0.bottom < settled.rows && isOpen($0, opening) }) else { return 0 }
        return turned.map { $0.cells.count(where: settled.contains) }.min() ?? 0
    }

    private func isOpen(_ form: Piece, _ opening: Opening) -> Bool {
        switch opening {
        case .none: true
        case .left: (form.top...form.bottom).allSatisfy { !settled.contains(Cell(form.left, $0)) }
        case .right: (form.top...form.bottom).allSatisfy { !settled.contains(Cell(form.right, $0)) }
        }
    }
}
