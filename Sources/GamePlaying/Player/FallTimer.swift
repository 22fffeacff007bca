/// Times a piece that falls by itself.
///
/// Enough of the fall is timed for its pace to show: a game with several loops at once falls in bursts. Keys that a game has
/// queued up may push the next piece down at first, so what came last counts, and where two rows are all there is, both must
/// take about as long.
struct FallTimer {
    /// Milliseconds by which two rows may differ, besides a third of their time: frames are coarse.
    let tolerance: Double
    private var last: (row: Int, time: Double)?
    /// How far the piece fell at a time, and how long that took.
    private var falls: [(rows: Int, milliseconds: Double)] = []
    /// After so many falls two of unlike length count as well.
    private static let fallsMax = 4
    /// So much of the fall is enough, in milliseconds or in rows.
    private static let millisecondsMin = 400.0
    private static let rowsMin = 8

    init(tolerance: Double) {
        self.tolerance = tolerance
    }

    /// Notes that the piece has come down to a row.
    mutating func note(_ row: Int, at time: Double) {
        if let last { falls.append((max(row - last.row, 1), time - last.time)) }
        last = (row, time)
    }

    /// The time of a row; nil while it can't be told yet.
    var millisecondsPerRow: Double? {
        for count in stride(from: 2, through: falls.count, by: 1) {
            let recent = falls.suffix(count)
            guard Self.isLong(recent) else { continue }
            guard count == 2, let first = recent.first, let second = recent.last else { return Self.pace(of: recent) }
            let difference = abs(Self.pace(of: [first]) - Self.pace(of: [second]))
            let least = min(Self.pace(of: [first]), Self.pace(of: [second]))
            return difference <= max(tolerance, least / 3) || falls.count >= Self.fallsMax ? Self.pace(of: recent) : nil
        }
        return nil
    }

    /// The best that can be said of a fall that is over: nil where next to nothing was seen of it.
    var millisecondsPerRowSoFar: Double? {
        millisecondsPerRow ?? (falls.count >= 3 ? Self.pace(of: falls[...]) : nil)
    }

    private static func isLong(_ falls: ArraySlice<(rows: Int, milliseconds: Double)>) -> Bool {
        falls.reduce(0) { $0 + $1.milliseconds } >= millisecondsMin || falls.reduce(0) { $0 + $1.rows } >= rowsMin
    }

    private static func pace(of falls: ArraySlice<(rows: Int, milliseconds: Double)>) -> Double {
        falls.reduce(0) { $0 + $1.milliseconds } / Double(falls.reduce(0) { $0 + $1.rows })
    }
}
