import ScriptEngine

/// A canvas's recording as it was read last for its boxes, with what is still good of it when the page has gone on.
struct ReadRecording {
    private let head: CanvasHead
    /// Keeps the commands' memory alive.
    private let buffer: ScriptValue
    private let last: CanvasRecording

    init(_ recording: CanvasRecording, head: CanvasHead, buffer: ScriptValue) {
        (last, self.head, self.buffer) = (recording, head, buffer)
    }

    /// The recording as it is now; nil when it has to be read anew: it lies elsewhere, or refers to other pictures.
    /// - Parameter head: its present head.
    func recording(now head: CanvasHead) -> CanvasRecording? {
        guard self.head.buffer == head.buffer, self.head.width == head.width, self.head.height == head.height,
            self.head.isOpaque == head.isOpaque,
            head.resources == 0 || (head.resources == self.head.resources && head.generation == self.head.generation)
        else { return nil }
        var recording = last
        recording.generation = head.generation
        recording.commands = UnsafeBufferPointer(start: last.commands.baseAddress, count: head.length)
        if head.resources == 0 { recording.resources = [] }
        return recording
    }
}
