import Foundation
import Scenarios
import Suites

/// A game in a worker that a person at a terminal plays.
final class LiveGame {
    struct Outcome {
        /// Whether the worker came to its end, so that the trace is whole.
        var isWhole: Bool
        var exitCode: Int32
    }

    /// Milliseconds from one look at the keyboard to the next.
    private static let tick: Int32 = 10
    /// Seconds that the game's process has for its end.
    private static let patience = 5.0
    private let limits: WorkerLimits
    private let process = Process()
    private let input = Pipe()
    private let messages: LiveMessages

    init(_ job: WorkerJob, trace: GrowingTrace, limits: WorkerLimits = WorkerLimits()) throws {
        self.limits = limits
        messages = LiveMessages(trace: trace)
        let command = WorkerCommand.own()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: command.executable)
        process.arguments = command.arguments
        process.environment = command.environment
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try send(job)
        messages.read(output.fileHandleForReading)
    }

    private func send(_ value: some Encodable) throws {
        try input.fileHandleForWriting.write(contentsOf: try JSONEncoder().encode(value) + [0x0A])
    }

    /// Shows the game and passes the keys on until the person or the game has had enough.
    func play(at terminal: RawTerminal) throws -> Outcome {
        let screen = TerminalScreen(isTerminal: true)
        var keys = TerminalKeys()
        try screen.begin()
        var closedAt: Double?
        while true {
            let now = messages.take()
            for log in now.logs { StandardStreams.writeError(log + "\r\n") }
            if now.end != nil || now.isGone { break }
            screen.status = now.status
            try screen.draw(readingJSON: now.reading ?? "{}", time: nil)
            let bytes = terminal.read(waiting: Self.tick)
            let time = ProcessInfo.processInfo.systemUptime
            let events = keys.released(at: time) + keys.type(bytes ?? [], at: time)
            if now.isPlaying { for key in events { try? send(key) } }
            if keys.hasQuit || bytes == nil, closedAt == nil {
                closedAt = time
                try? input.fileHandleForWriting.close()
            }
            // A game that doesn't end by itself, or eats up the memory, is ended.
            if let closedAt, time - closedAt > Self.patience { break }
            if ProcessUsage(identifier: process.processIdentifier).memoryMB > limits.memoryMB {
                StandardStreams.writeError("playproof: the game took more than \(shortNumber(limits.memoryMB)) MB of memory and was stopped\r\n")
                break
            }
        }
        try screen.end()
        let end = messages.take().end
        try? input.fileHandleForWriting.close()
        if end == nil { process.terminate() }
        process.waitUntilExit()
        return end ?? Outcome(isWhole: false, exitCode: 3)
    }
}
