import WebPage

extension GameSession {
    /// Frames that a quick swipe takes.
    static let swipeFrames = 4

    /// Puts a finger down, moves it in so many frames, and lifts it.
    func slide(from start: Page.Point, right: Double, down: Double, frames: Int) {
        touch(.start, x: start.x, y: start.y)
        for step in 1...max(frames, 1) {
            advance(frames: 1)
            guard right != 0 || down != 0 else { continue }
            let share = Double(step) / Double(max(frames, 1))
            touch(.move, x: start.x + right * share, y: start.y + down * share)
        }
        touch(.end, x: start.x + right, y: start.y + down)
    }

    /// Does one thing with the finger.
    func touch(_ touch: Page.Touch, x: Double, y: Double) {
        switch touch {
        case .start: note(.touchStart(x: x, y: y))
        case .move: note(.touchMove(x: x, y: y))
        case .end: note(.touchEnd(x: x, y: y))
        }
        watchFreeze(after: .tapAt(x: x, y: y)) { page.touch(touch, x: x, y: y) }
    }

    /// Keeps something other than a key pressed for a while: a finger stays where it is, a button is clicked again and again.
    func holdPointer(_ gesture: Gesture, milliseconds: Double) {
        let frames = Int((milliseconds / options.frameInterval).rounded())
        switch gesture {
        case .tap, .tapAt: make(gesture, holdFrames: frames, gapFrames: 0)
        default:
            let end = now + milliseconds
            while now < end - Self.timeTolerance, !isHung { make(gesture, holdFrames: 1, gapFrames: Self.clickFrames) }
        }
    }

    /// Frames from one click to the next of somebody in a hurry.
    private static let clickFrames = 8
}
