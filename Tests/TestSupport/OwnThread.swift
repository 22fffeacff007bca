import Foundation
import Synchronization

/// Work that blocks its thread, done on a thread of its own. Swift's concurrency has only as many threads as there are
/// processors, and all tests share them: one that blocks keeps asynchronous tests from going on.
public enum OwnThread {
    public struct Overdue: Error, CustomStringConvertible {
        public var description: String
    }

    /// Bytes of stack, as a program's main thread has.
    private static let stackSize = 8 << 20

    /// Runs `body` on a thread of its own as soon as a processor is free for it (``ProcessorGate``), and waits for it without
    /// blocking another. Swift can't end a thread, so one that is overdue goes on until the test run ends.
    /// - Parameters:
    ///   - secondsMax: how long `body` may take, once it has begun.
    ///   - name: what is done, for the message when it takes longer.
    ///   - body: must not wait for other work on threads or for child processes.
    /// - Throws: what `body` throws, and ``Overdue``.
    public static func run<Result: Sendable>(
        secondsMax: Double, _ name: String, _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await ProcessorGate.shared.pass {
            let answer = Answer<Result>()
            return try await withCheckedThrowingContinuation { continuation in
                answer.wait(continuation)
                let thread = Thread { answer.give(Swift.Result(catching: body)) }
                thread.stackSize = stackSize
                thread.name = name
                thread.start()
                // A queue of its own has a thread even when the threads of Swift's concurrency are all taken.
                DispatchQueue(label: "limit of \(name)").asyncAfter(deadline: .now() + secondsMax) {
                    answer.give(.failure(Overdue(description: "\(name) was not done after \(Int(secondsMax)) s")))
                }
            }
        }
    }

    /// Hands on the first of what it is given.
    private final class Answer<Result: Sendable>: Sendable {
        private let continuation = Mutex<CheckedContinuation<Result, any Error>?>(nil)

        func wait(_ continuation: CheckedContinuation<Result, any Error>) {
            self.continuation.withLock { $0 = continuation }
        }

        func give(_ result: Swift.Result<Result, any Error>) {
            let waiting = continuation.withLock { continuation in
                defer { continuation = nil }
                return continuation
            }
            waiting?.resume(with: result)
        }
    }
}
