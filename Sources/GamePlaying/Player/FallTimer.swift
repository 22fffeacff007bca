/// Times a piece that falls by itself.
///
/// Two rows are timed: a game with two loops at once falls in pairs of steps. Keys that a game has queued up may push the
/// next piece down at first, so both rows must take about as long; if they never do, the last two count.
struct FallTimer {
    /// Milliseconds by which two rows may differ, besides a third of their time: frames are coarse.
    let tolerance: Double
    private var last: (row: Int, time: Double)?
    /// Milliseconds that each row took.
    private var rows: [Double] = []
    private static let rowsMax = 4

    init(tolerance: Double) {
        self.tolerance = tolerance
    }

    /// Notes that the piece has come down to a row.
    mutating func note(_ row: Int, at time: Double) {
        if let last { rows.append((time - last.time) / Double(max(row - last.row, 1))) }
        last = (row, time)
    }

    /// The time of a row; nil while it can't be told yet.
    var millisecondsPerRow: Double? {
        guard let second = rows.last, let first = rows.dropLast().last else { return nil }
        guard abs(first - second) <= max(tolerance, min(first, second) / 3) || rows.count >= Self.rowsMax else { return nil }
        return (first + second) / 2
    }
}
