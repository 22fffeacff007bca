import Foundation
import Testing

/// Runs tests on threads of their own, no more of them at once than there are processors.
///
/// For tests that compute for seconds: on the threads of Swift's concurrency, of which there are as many as processors, they
/// would keep all asynchronous tests from going on.
public struct OwnThreadTrait: SuiteTrait, TestTrait, TestScoping {
    public let isRecursive = true

    /// Whether the calling code runs on a thread that this trait has given it.
    public static var isInForce: Bool { DispatchQueue.getSpecific(key: QueueExecutor.key) != nil }

    /// Only around single cases: a suite computes nothing.
    public func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
        guard testCase != nil else { return try await function() }
        try await ProcessorGate.shared.pass {
            try await withTaskExecutorPreference(QueueExecutor(test.name)) { try await function() }
        }
    }
}

extension Trait where Self == OwnThreadTrait {
    /// For tests that compute for seconds: see ``OwnThreadTrait``.
    public static var onOwnThread: OwnThreadTrait { OwnThreadTrait() }
}

/// Runs the jobs of one task one after the other, on a thread that isn't one of Swift's concurrency.
private final class QueueExecutor: TaskExecutor {
    static let key = DispatchSpecificKey<Bool>()
    private let queue: DispatchQueue

    init(_ name: String) {
        queue = DispatchQueue(label: name)
        queue.setSpecific(key: Self.key, value: true)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
