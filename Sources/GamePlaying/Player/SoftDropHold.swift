/// How long the key of the soft drop is kept down.
///
/// In most games each press brings a piece down by a row. Some only fall faster while the key is down, and begin to wait
/// for a row anew when it is let go: short presses one after another then keep a piece where it is.
struct SoftDropHold {
    /// Frames that the key is kept down beyond a usual press.
    private(set) var moreFrames = 0
    private var last: Piece?
    private var fruitless = 0

    private static let pressesMax = 4
    /// Half a second, in which a piece falls by a row in any game that soft drops make faster.
    private static let moreFramesMax = 30

    /// Takes note of a piece that can still come down and is about to be pushed: one that so many presses have left where
    /// it was wants longer ones.
    mutating func willPush(_ piece: Piece) {
        fruitless = piece == last ? fruitless + 1 : 0
        last = piece
        guard fruitless >= Self.pressesMax else { return }
        fruitless = 0
        moreFrames = min(2 * moreFrames + 4, Self.moreFramesMax)
    }
}
