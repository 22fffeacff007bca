import Foundation
import GamePlaying
import Traces
import WebPage

/// Writes down a session while it runs: its input, what can be read at every frame, its console and errors.
final class SessionRecorder {
    private let session: GameSession
    private let watch: GameWatch
    private var encoder: TraceEncoder
    private var inputCount = 0
    private var recordCount = 0
    private var problem: TraceError?
    private let json = JSONEncoder()

    init(_ session: GameSession, header: TraceHeader) {
        self.session = session
        watch = GameWatch(session)
        encoder = TraceEncoder(header: header)
        json.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        session.onFrame = { [unowned self] _ in self.noteFrame() }
    }

    /// The trace's bytes.
    func finish() throws(TraceError) -> Data {
        session.onFrame = nil
        noteFrame()
        if let problem { throw problem }
        _ = encoder.finish()
        return Data(encoder.take().utf8)
    }

    private func noteFrame() {
        guard problem == nil else { return }
        do {
            try noteInputs()
            try noteRecords()
            try encoder.frame(TraceFrame(frame: session.page.frameCount, time: session.now, reading: watch.readingJSON(), digest: watch.digest()))
        } catch {
            problem = error
        }
    }

    private func noteInputs() throws(TraceError) {
        for event in session.inputs.dropFirst(inputCount) { try encoder.input(text(of: event.action), at: event.time) }
        inputCount = session.inputs.count
    }

    private func noteRecords() throws(TraceError) {
        let records = session.collectRecords()
        for record in records.dropFirst(recordCount) where record.kind != .sound {
            let isError = [.error, .rejection, .hang].contains(record.kind)
            try encoder.note(isError ? .error : .console, text(of: record), at: record.time)
        }
        recordCount = records.count
    }

    private func text(of value: some Encodable) -> String {
        (try? json.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
