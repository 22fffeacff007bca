import Scenarios
import Synchronization

/// A job with its place in the order of results.
struct JobTicket: Sendable {
    var index: Int
    var job: WorkerJob
    /// How many workers have died on it.
    var attempt = 0
}

/// Hands out jobs one after the other to whichever worker is free.
final class JobQueue: Sendable {
    private let count: Int
    private let job: @Sendable (Int) throws -> WorkerJob
    /// False for a job that was settled without a worker.
    private let needsWorker: @Sendable (JobTicket) -> Bool
    private let position = Mutex(0)

    init(count: Int, job: @escaping @Sendable (Int) throws -> WorkerJob, needsWorker: @escaping @Sendable (JobTicket) -> Bool) {
        self.count = count
        self.job = job
        self.needsWorker = needsWorker
    }

    func next() throws -> JobTicket? {
        while let index = nextIndex() {
            let ticket = JobTicket(index: index, job: try job(index))
            if needsWorker(ticket) { return ticket }
        }
        return nil
    }

    private func nextIndex() -> Int? {
        position.withLock { position in
            guard position < count else { return nil }
            defer { position += 1 }
            return position
        }
    }
}
