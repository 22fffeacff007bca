import Foundation
import Suites
import Synchronization

/// One job of `open`, `record` or `replay` in a worker process, with what it prints and the files it makes.
struct WorkerSession {
    let limits: WorkerLimits

    /// - Parameters:
    ///   - files: where the worker's files go, by the name it gives them.
    ///   - onFile: gets the files that have no such place.
    func perform(
        _ job: WorkerJob, files: [String: OutputFile] = [:], onFile: @escaping @Sendable (String, Data) -> Void = { _, _ in }
    ) async throws -> Int32 {
        let failure = Mutex<CommandFailure?>(nil)
        let code = try await WorkerPool(count: 1, limits: limits).perform(job) { message in
            do {
                if case .file(let name, let data) = message, files[name] == nil { return onFile(name, data) }
                try Self.show(message, files: files)
            } catch let error as CommandFailure {
                failure.withLock { $0 = $0 ?? error }
            } catch {
                failure.withLock { $0 = $0 ?? CommandFailure("\(error)") }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        return code
    }

    private static func show(_ message: WorkerMessage, files: [String: OutputFile]) throws {
        switch message {
        case .output(let text): try StandardStreams.write(text + "\n")
        case .log(let text): StandardStreams.writeError(text + "\n")
        case .warning(let text): StandardStreams.note(text)
        case .file(let name, let data): try files[name]?.write(data)
        default: break
        }
    }
}
