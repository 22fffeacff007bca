import Foundation
import GamePlaying
import Recording
import Suites
import Traces
import WebPage

/// A game that a person plays at a terminal.
extension GameTasks {
    /// Milliseconds from one part of the trace to the next.
    private static let partInterval = 500.0

    func play(_ submission: Submission, seed: UInt64, order: PlayOrder, output: WorkerOutput) throws -> Int32 {
        let options = PageOptions(seed: seed)
        let session = try discovered(submission, options, output)
        let recorder = SessionRecorder(session, header: SessionReplay.header(of: submission.page, options: options))
        output.stage(PlayOrder.playingStage, time: 0)
        session.advance(frames: 6)
        session.start()
        var keys = KeyLines(descriptor: STDIN_FILENO)
        var lastReading: WatchedReading?
        var nextPart = 0.0
        let start = ContinuousClock.now
        let timeAtStart = session.now
        while !session.isHung, let pressed = keys.next() {
            for key in pressed { KeyStroke.named(key.key).map { session.key(down: key.down, $0, isRepeat: key.isRepeat) } }
            session.advance(frames: 1)
            if let reading = recorder.reading, reading != lastReading {
                lastReading = reading
                output.send(.output(reading.json))
            }
            output.alive(time: session.now, slowness: session.slowness)
            if session.now >= nextPart {
                output.send(.file(name: PlayOrder.tracePart, recorder.take()))
                nextPart = session.now + Self.partInterval
            }
            // A game that is too slow for real speed is played as fast as it goes.
            let ahead = start + .milliseconds(session.now - timeAtStart) - ContinuousClock.now
            if ahead > .zero { Thread.sleep(forTimeInterval: ahead / .seconds(1)) }
        }
        output.send(.file(name: PlayOrder.tracePart, try recorder.finish()))
        if session.isHung { output.send(.log("playproof: the page stands still: \(session.page.hang?.message ?? "a script never ended")")) }
        return session.isHung ? 1 : 0
    }
}

/// Lines of JSON on a descriptor, as far as they have come.
private struct KeyLines {
    let descriptor: Int32
    private var pending = Data()

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The keys since the last call; nil at the end of input.
    mutating func next() -> [PlayOrder.Key]? {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&state, 1, 0) > 0 {
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = read(descriptor, &bytes, bytes.count)
            guard count > 0 else { return nil }
            pending.append(contentsOf: bytes[..<count])
        }
        var keys: [PlayOrder.Key] = []
        while let end = pending.firstIndex(of: 0x0A) {
            if let key = try? JSONDecoder().decode(PlayOrder.Key.self, from: pending[..<end]) { keys.append(key) }
            pending = Data(pending[(end + 1)...])
        }
        return keys
    }
}
