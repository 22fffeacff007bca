/// How far to the sides forms can be pushed: some games keep the box that a form is written in inside the field, so that its
/// empty columns keep the form away from a wall.
struct FormReach {
    private struct Stop: Hashable {
        var form: Piece
        /// The column of the form's left edge.
        var left: Int
        /// -1 for a form that was on its way to the left, 1 to the right.
        var direction: Int
    }

    /// How often a form went no further where nothing was in its way.
    private var stops: [Stop: Int] = [:]
    /// A press may be lost once.
    private static let stopsMin = 2

    mutating func noteStop(of form: Piece, at left: Int, direction: Int) {
        stops[Stop(form: form, left: left, direction: direction), default: 0] += 1
    }

    /// Whether a form can be brought so far that its left edge is in this column, for all that was seen.
    func reaches(_ left: Int, with form: Piece) -> Bool {
        !stops.contains { stop, count in
            count >= Self.stopsMin && stop.form == form && (stop.direction < 0 ? left < stop.left : left > stop.left)
        }
    }
}
