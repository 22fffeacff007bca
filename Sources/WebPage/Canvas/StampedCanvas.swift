import ScriptEngine

/// A canvas of the page's last stamp: its recording's head, which is brought up to date without a call.
struct StampedCanvas {
    let id: Int
    private(set) var head: CanvasHead
    private let recording: ScriptValue
    nonisolated(unsafe) private static let length = ScriptString("length"), generation = ScriptString("generation")

    init(id: Int, head: CanvasHead, recording: ScriptValue) {
        (self.id, self.head, self.recording) = (id, head, recording)
    }

    /// Takes over how much has been drawn. For whoever knows that all else of the head is as it was: the prelude tells of that.
    mutating func noteDrawing() {
        head.length = Int(exactly: recording.number(of: Self.length)) ?? 0
        head.generation = Int(exactly: recording.number(of: Self.generation)) ?? 0
    }

    /// The same canvas with another head.
    func with(_ head: CanvasHead) -> StampedCanvas {
        StampedCanvas(id: id, head: head, recording: recording)
    }
}
