import Foundation
import GamePlaying
import Traces
import WebPage

/// Does to a fresh session what a trace says was done to the recorded one, at the same times.
struct SessionReplay {
    let trace: Trace

    /// How the recorded session was opened.
    static func options(of header: TraceHeader) -> PageOptions {
        PageOptions(seed: header.seed, frameInterval: header.frameInterval, startTime: header.startTime)
    }

    /// The recorded submission; nil when the trace holds only its digest.
    static func page(of header: TraceHeader) -> PageSource? {
        guard case .embedded(let html, let files) = header.submission else { return nil }
        return PageSource(html: html, name: header.name, files: files, firstLine: header.options["firstLine"].flatMap { Int($0) } ?? 1)
    }

    /// What a trace of this page begins with.
    static func header(of page: PageSource, options: PageOptions) -> TraceHeader {
        TraceHeader(
            submission: .embedded(html: page.html, files: page.files), name: page.name, seed: options.seed,
            frameInterval: options.frameInterval, startTime: options.startTime, options: ["firstLine": String(page.firstLine)])
    }

    func perform(on session: GameSession) throws {
        for input in trace.inputs {
            advance(session, to: input.time)
            apply(try JSONDecoder().decode(InputEvent.Action.self, from: Data(input.json.utf8)), to: session)
        }
        if let summary = trace.summary { advance(session, to: summary.time) }
    }

    /// Goes frame by frame as the recording did. The small part of a millisecond is for the rounding of times in the file.
    private func advance(_ session: GameSession, to time: Double) {
        let tolerance = GameSession.timeTolerance
        while !session.isHung, session.now < time - tolerance {
            if session.now + session.options.frameInterval <= time + tolerance {
                session.advance(frames: 1)
            } else {
                session.advance(milliseconds: time - session.now)
            }
        }
    }

    private func apply(_ action: InputEvent.Action, to session: GameSession) {
        switch action {
        case .keyDown(let stroke, let isRepeat): session.key(down: true, stroke, isRepeat: isRepeat)
        case .keyUp(let stroke): session.key(down: false, stroke)
        case .click(let selector): session.make(.click(selector), gapFrames: 0)
        case .clickAt(let x, let y): session.make(.clickAt(x: x, y: y), gapFrames: 0)
        }
    }
}
