import Foundation
import GamePlaying
import Scenarios
import Traces
import WebPage

/// Writes down a session while it runs: its input, what can be read at every frame, its console and errors.
public final class SessionRecorder {
    private let session: GameSession
    private let watch: GameWatch
    private var encoder: TraceEncoder
    private var inputCount = 0
    private var recordCount = 0
    private var problem: TraceError?
    private let json = JSONEncoder()
    /// Inputs as JSON: the same few are made again and again.
    private var inputTexts: [InputEvent.Action: String] = [:]
    /// What is said of the session, to be put in at its time.
    private var findings: [Finding]
    private var drawings: DrawingRecorder?
    /// Gets the trace's bytes as they come to be, but for those that `take` and `finish` give.
    public var onPart: ((Data) -> Void)?
    /// Bytes that are worth a message.
    private static let partSize = 16_384
    /// What there was to see at the last frame.
    private var sight: GameWatch.Sight?
    private var readings = ReadingMembers()
    /// The sight's reading as the trace has it.
    private var members: [JSONValue.Member] = []
    /// The reading at the last frame.
    public var reading: WatchedReading? { sight?.reading }

    /// - Parameters:
    ///   - findings: what is known to be found in this session, in the order of time.
    ///   - withDrawings: whether what canvases show is recorded too.
    public init(_ session: GameSession, header: TraceHeader, findings: [Finding] = [], withDrawings: Bool = false) {
        self.session = session
        self.findings = findings
        watch = GameWatch(session)
        encoder = TraceEncoder(header: header)
        drawings = withDrawings ? DrawingRecorder() : nil
        json.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        session.onFrame = { [unowned self] _ in self.noteFrame() }
    }

    /// The trace's bytes since the last call, for whoever keeps them while the session goes on.
    public func take() -> Data { Data(encoder.take().utf8) }

    /// The rest of the trace's bytes.
    public func finish() throws(TraceError) -> Data {
        session.onFrame = nil
        noteFrame(isLast: true)
        if let problem { throw problem }
        _ = encoder.finish()
        return take()
    }

    private func noteFrame(isLast: Bool = false) {
        guard problem == nil else { return }
        do {
            let stamp = session.page.stamp()
            try noteInputs()
            if isLast || stamp.waitingRecords > 0 || session.records.count > recordCount { try noteRecords() }
            try noteFindings(at: stamp.time, isLast: isLast)
            if let sight = watch.change(at: stamp) {
                if sight.reading != self.sight?.reading { members = readings.members(of: sight.reading) }
                self.sight = sight
            }
            guard let sight else { return }
            encoder.frame(stamp.frame, at: stamp.time, reading: members, digest: sight.digest)
            if let onPart, encoder.pendingCount >= Self.partSize { onPart(take()) }
            if let drawing = drawings?.drawing(of: session, sight.digest, isLast: isLast) { encoder.drawing(drawing) }
        } catch {
            problem = error
        }
    }

    private func noteInputs() throws(TraceError) {
        guard session.inputs.count > inputCount else { return }
        for event in session.inputs.dropFirst(inputCount) {
            let json = inputTexts[event.action] ?? text(of: event.action)
            inputTexts[event.action] = json
            try encoder.input(json, at: event.time)
        }
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

    private func noteFindings(at now: Double, isLast: Bool) throws(TraceError) {
        while let finding = findings.first, isLast || finding.at.map({ $0 <= now }) ?? false {
            findings.removeFirst()
            try encoder.note(.finding, text(of: finding), at: min(finding.at ?? now, now))
        }
    }

    private func text(of value: some Encodable) -> String {
        (try? json.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
