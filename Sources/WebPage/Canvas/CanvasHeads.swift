import ScriptEngine

/// Reads the heads of a page's recordings, by one call each and moment.
struct CanvasHeads {
    private let read: ScriptValue
    private let cells: SharedNumbers
    /// The heads as they were at a moment.
    private var known: (moment: PageMoment, heads: [(id: Int, head: CanvasHead)])?

    /// - Parameter prelude: the prelude's object, whose `readRecordingHead` fills `recordingHead`.
    init(_ prelude: ScriptValue) {
        read = prelude["readRecordingHead"]
        cells = SharedNumbers(prelude["recordingHead"])
    }

    /// The head of a canvas's recording; nil when there is no such canvas.
    func head(ofCanvas id: Int) -> CanvasHead? {
        guard let found = try? read.callNumber(Double(id)), found != 0 else { return nil }
        return CanvasHead(cells)
    }

    /// The same where it is known of this moment.
    func knownHead(ofCanvas id: Int, at moment: PageMoment) -> CanvasHead? {
        guard let known, known.moment == moment else { return nil }
        return known.heads.first { $0.id == id }?.head
    }

    /// Takes over what was found out at a moment.
    mutating func note(_ head: CanvasHead, ofCanvas id: Int, at moment: PageMoment) {
        if known?.moment != moment { known = (moment, []) }
        known?.heads.append((id, head))
    }
}
