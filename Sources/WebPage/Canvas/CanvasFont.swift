/// The text settings of a context.
struct CanvasFont: Equatable {
    enum Align: Int { case start, end, left, right, center }
    enum Baseline: Int { case top, hanging, middle, alphabetic, ideographic, bottom }

    var family = TextFamily.sansSerif
    var size = 10.0
    var weight = 400.0
    var isItalic = false
    var letterSpacing = 0.0
    var wordSpacing = 0.0
    var align = Align.start
    var baseline = Baseline.alphabetic
    var isRightToLeft = false
    var features = TextFeatures()

    /// Which side of the text lies at its anchor: 0 the left, 1 the right.
    var anchor: Double {
        switch align {
        case .left: 0
        case .right: 1
        case .center: 0.5
        case .start: isRightToLeft ? 1 : 0
        case .end: isRightToLeft ? 0 : 1
        }
    }
}
