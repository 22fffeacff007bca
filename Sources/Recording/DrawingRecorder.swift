import GamePlaying
import Traces

/// Chooses the frames at which what canvases show is written down: enough to see a game move, and within a trace's means.
struct DrawingRecorder {
    /// Frames from one drawing to the next.
    private static let frameGap = 6
    /// Commands that a trace may hold in all, and that one drawing may have.
    private static let newCommandsMax = 40_000
    private static let commandsMax = 20_000

    private var lastDigest: UInt32?
    private var lastFrame = -DrawingRecorder.frameGap
    private var known: Set<String> = []
    private var isExhausted = false

    /// The drawing to be written down now; nil when there is nothing new, or it is too soon.
    mutating func drawing(of session: GameSession, _ digest: UInt32, isLast: Bool) -> TraceDrawing? {
        guard !isExhausted, digest != lastDigest else { return nil }
        let frame = session.page.frameCount
        guard isLast || frame - lastFrame >= Self.frameGap else { return nil }
        lastDigest = digest
        lastFrame = frame
        let commands = session.page.canvasScript()
        guard !commands.isEmpty, commands.count <= Self.commandsMax else { return nil }
        known.formUnion(commands)
        isExhausted = known.count > Self.newCommandsMax
        return TraceDrawing(frame: frame, time: session.now, commands: commands)
    }
}
