import Foundation
import GamePlaying
import Recording
import Scenarios
import Traces

/// Plays the session that a judgement rests on once more, and records it with the findings.
struct TracedSession {
    private let judgement: Judgement

    init(_ judgement: Judgement) {
        self.judgement = judgement
    }

    /// - Returns: the trace's bytes.
    func record(digestOnly: Bool = false, withDrawings: Bool) throws -> Data {
        let session = judgement.session
        let played = judgement.played
        try session.reopen(options: played.options)
        let recorder = SessionRecorder(
            session, header: SessionReplay.header(of: session.source, options: played.options, isDigest: digestOnly),
            findings: judgement.findings, withDrawings: withDrawings)
        played.perform(on: session)
        return try recorder.finish()
    }
}
