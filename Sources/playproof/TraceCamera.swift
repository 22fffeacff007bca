import Foundation
import Pictures
import Suites
import Synchronization

/// Takes pictures of a page while a trace is played again, in a worker.
struct TraceCamera {
    let trace: Data
    let submission: Submission
    let limits: WorkerLimits

    /// - Parameter times: virtual milliseconds, ascending.
    /// - Returns: a picture for each; nil where none could be made, as of a page that stands still.
    func pictures(at times: [Double]) async throws -> [Picture?] {
        let taken = Mutex<[Int: Data]>([:])
        let job = WorkerJob(submission, order: .render(RenderOrder(trace: trace, times: times)))
        _ = try await WorkerSession(limits: limits).perform(job) { name, data in
            if let index = Int(name) { taken.withLock { $0[index] = data } }
        }
        let files = taken.withLock { $0 }
        return times.indices.map { files[$0].flatMap { Picture(png: $0) } }
    }
}
