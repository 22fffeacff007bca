import WebPage

/// What was done to a page since it was opened: enough to have the session again, on the same page or on another.
public struct PlayedSession: Sendable, Equatable, Codable {
    /// How the page was opened.
    public var options: PageOptions
    /// In the order of time.
    public var inputs: [InputEvent]
    /// Virtual milliseconds at which it ended.
    public var end: Double

    public init(options: PageOptions, inputs: [InputEvent] = [], end: Double) {
        self.options = options
        self.inputs = inputs
        self.end = end
    }

    /// The session as it has gone so far.
    public init(_ session: GameSession) {
        self.init(options: session.options, inputs: session.inputs, end: session.now)
    }

    /// Does the same at the same times to a session that has just been opened.
    public func perform(on session: GameSession) {
        for input in inputs {
            session.advanceByFrames(to: input.time)
            session.perform(input.action)
        }
        session.advanceByFrames(to: end)
    }
}

extension GameSession {
    /// Lets time go by frame by frame, as a person's session does. The small part of a millisecond is for the rounding
    /// of times in files.
    public func advanceByFrames(to time: Double) {
        while !isHung, now < time - Self.timeTolerance {
            if now + options.frameInterval <= time + Self.timeTolerance {
                advance(frames: 1)
            } else {
                advance(milliseconds: time - now)
            }
        }
    }

    /// Does one thing to the page, without letting time go by.
    public func perform(_ action: InputEvent.Action) {
        switch action {
        case .keyDown(let stroke, let isRepeat): key(down: true, stroke, isRepeat: isRepeat)
        case .keyUp(let stroke): key(down: false, stroke)
        case .click(let selector): make(.click(selector), gapFrames: 0)
        case .clickAt(let x, let y): make(.clickAt(x: x, y: y), gapFrames: 0)
        case .touchStart(let x, let y): touch(.start, x: x, y: y)
        case .touchMove(let x, let y): touch(.move, x: x, y: y)
        case .touchEnd(let x, let y): touch(.end, x: x, y: y)
        case .stall(let milliseconds): stall(milliseconds: milliseconds)
        }
    }
}
