import ScriptEngine

/// Reads the heads of a page's recordings, by one call each.
struct CanvasHeads {
    private let read: ScriptValue
    private let cells: SharedNumbers

    /// - Parameter prelude: the prelude's object, whose `readRecordingHead` fills `recordingHead`.
    init(_ prelude: ScriptValue) {
        read = prelude["readRecordingHead"]
        cells = SharedNumbers(prelude["recordingHead"])
    }

    /// The head of a canvas's recording; nil when there is no such canvas.
    func head(ofCanvas id: Int) -> CanvasHead? {
        guard let found = try? read.callNumber(Double(id)), found != 0 else { return nil }
        return CanvasHead(
            generation: cells.whole(0), length: cells.whole(1), buffer: cells.whole(2), resources: cells.whole(3), width: cells.whole(4),
            height: cells.whole(5), isOpaque: cells[6] != 0)
    }
}
