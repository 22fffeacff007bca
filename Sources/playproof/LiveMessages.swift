import Foundation
import Suites
import Synchronization

/// What the worker of a game that a person plays sends, from its own thread to whoever shows it.
final class LiveMessages: Sendable {
    /// What the worker has told and the terminal hasn't shown yet.
    struct State {
        var isPlaying = false
        var reading: String?
        var status = "finding out how the game is played"
        var logs: [String] = []
        var end: LiveGame.Outcome?
        var isGone = false
    }

    private let state = Mutex(State())
    private let trace: GrowingTrace

    init(trace: GrowingTrace) {
        self.trace = trace
    }

    /// What has come since the last call.
    func take() -> State {
        state.withLock { state in
            defer { state.logs = [] }
            return state
        }
    }

    /// Reads the worker's lines until there are no more.
    func read(_ handle: FileHandle) {
        Thread.detachNewThread { [self] in
            var pending = Data()
            while case let data = handle.availableData, !data.isEmpty {
                pending.append(data)
                while let end = pending.firstIndex(of: 0x0A) {
                    take(pending[..<end])
                    pending = Data(pending[(end + 1)...])
                }
            }
            state.withLock { $0.isGone = true }
        }
    }

    /// Takes in a line of the worker's.
    private func take(_ line: Data) {
        guard let message = try? JSONDecoder().decode(WorkerMessage.self, from: line) else { return }
        if case .file(_, let data) = message { trace.append(data) }
        state.withLock { state in
            switch message {
            case .stage(let stage, _, _):
                state.isPlaying = state.isPlaying || stage == PlayOrder.playingStage
                state.status = state.isPlaying ? "Ctrl-C ends the game" : stage
            case .output(let reading): state.reading = reading
            case .alive(let time, _, _): state.status = "\(seconds(time))  Ctrl-C ends the game"
            case .log(let text): state.logs.append(text)
            case .done(let code): state.end = LiveGame.Outcome(isWhole: true, exitCode: code)
            case .failure(let reason):
                state.logs.append("playproof: \(reason)")
                state.end = LiveGame.Outcome(isWhole: false, exitCode: 3)
            default: break
            }
        }
    }
}
