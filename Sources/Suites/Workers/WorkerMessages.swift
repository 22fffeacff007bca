import Foundation
import Subprocess

/// The messages that a worker sends, up to its end or the limit on its output.
struct WorkerMessages {
    private var buffers: SubprocessOutputSequence.Iterator
    private var splitter = LineSplitter()
    private var pending: [Data] = []
    private var bytes = 0
    private let limit: Int
    private let watch: WorkerWatch
    private let decoder = JSONDecoder()

    init(_ output: SubprocessOutputSequence, watch: WorkerWatch, outputMB: Double) {
        buffers = output.makeAsyncIterator()
        self.watch = watch
        limit = Int(outputMB * 1_000_000)
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    }

    /// The next message; nil at the end, and at anything that is no message: such a worker can't be trusted further.
    mutating func next() async -> WorkerMessage? {
        while pending.isEmpty {
            guard let buffer = try? await buffers.next() else { return nil }
            let chunk = buffer.withUnsafeBytes { Array($0) }
            bytes += chunk.count
            guard bytes <= limit else {
                watch.stopForOutput()
                return nil
            }
            pending = splitter.lines(adding: chunk).reversed()
        }
        guard let line = pending.popLast(), let message = try? decoder.decode(WorkerMessage.self, from: line) else { return nil }
        if message.endsJob { bytes = 0 }
        return message
    }
}
