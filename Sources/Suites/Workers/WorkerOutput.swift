import Foundation
import Scenarios
import ScriptEngine

/// A worker's way to its parent. Only this writes to what was the standard output; whatever else prints there goes to
/// standard error.
public final class WorkerOutput {
    private let descriptor: Int32
    private let encoder = JSONEncoder()

    init(descriptor: Int32) {
        self.descriptor = descriptor
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    }

    /// Takes over the process's standard output.
    static func reservingStandardOutput() -> WorkerOutput {
        let reserved = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        return WorkerOutput(descriptor: reserved)
    }

    public func send(_ message: WorkerMessage) {
        switch message {
        case .result(let record): return write("{\"result\":" + record.jsonLine(evidence: true) + "}\n")
        case .decided(let record): return write("{\"decided\":" + record.jsonLine(evidence: true) + "}\n")
        default: break
        }
        guard let line = try? encoder.encode(message) else {
            return send(.failure("a message of the worker can't be written as JSON"))
        }
        write(String(decoding: line, as: UTF8.self) + "\n")
    }

    /// Says what is about to be done.
    public func stage(_ text: String, time: Double, check: String? = nil) {
        send(.stage(text, time: time, check: check))
    }

    /// Says that the game goes on.
    public func alive(time: Double, slowness: Double) {
        send(.alive(time: time, slowness: slowness, processor: ProcessCopy.processorSeconds))
    }

    /// Hands over a check's finding, so that it isn't lost if a later one hangs.
    public func found(_ finding: Finding) {
        send(.check(finding))
    }

    /// Writes the whole text; a worker whose parent has gone has nothing left to do.
    private func write(_ text: String) {
        var rest = text.utf8.count
        var written = 0
        var text = text
        text.withUTF8 { bytes in
            while rest > 0 {
                let count = Glibc.write(descriptor, bytes.baseAddress! + written, rest)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { exit(0) }
                written += count
                rest -= count
            }
        }
    }
}
