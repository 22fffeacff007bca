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
    /// - Parameter isDigest: whether the trace only says what tells the page from others, and not the page itself.
    static func header(of page: PageSource, options: PageOptions, isDigest: Bool = false) -> TraceHeader {
        let submission = TraceHeader.Submission.embedded(html: page.html, files: page.files)
        return TraceHeader(
            submission: isDigest ? .digest(submission.digest) : submission, name: page.name, seed: options.seed,
            frameInterval: options.frameInterval, startTime: options.startTime, options: ["firstLine": String(page.firstLine)])
    }

    /// What was done, as the library's sessions understand it.
    func session() throws -> PlayedSession {
        let inputs = try trace.inputs.map { input in
            InputEvent(time: input.time, action: try JSONDecoder().decode(InputEvent.Action.self, from: Data(input.json.utf8)))
        }
        let end = trace.summary?.time ?? trace.events.last?.time ?? 0
        return PlayedSession(options: Self.options(of: trace.header), inputs: inputs, end: end)
    }
}
