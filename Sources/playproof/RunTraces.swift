import Foundation
import Suites
import Synchronization

/// The traces of a run, from the time that a worker sends them to the time that the submission's result is reported.
final class RunTraces: Sendable {
    /// What the workers are asked for; nil for nothing.
    let wish: TraceWish?
    private let folder: TraceFolder?
    private let waiting = Mutex<[String: Data]>([:])

    init(_ options: JudgingOptions, _ plan: ReportPlan) throws {
        let isForViewer = plan.items.contains { $0.name == .html }
        let hasOther = plan.items.contains { $0.name != .html }
        let policy = options.trace ?? (isForViewer ? .onFailure : .off)
        wish = policy == .off ? nil : TraceWish(onFailure: policy == .onFailure, withDrawings: isForViewer)
        // A viewer's page takes the traces in.
        let wantsFiles = policy != .off && (options.trace != nil && hasOther || options.traceFolder != nil)
        let output = plan.items.first { $0.name != .html && $0.file != nil }?.file
        folder = wantsFiles ? try TraceFolder(options.traceFolder ?? TraceFolder.beside(output), force: plan.force) : nil
    }

    func keep(_ trace: Data, of id: String) {
        waiting.withLock { $0[id] = trace }
    }

    /// Writes a submission's trace, where there is one, and hands it to the reports.
    func deliver(_ id: String, to reports: ReportSet) throws {
        guard let trace = waiting.withLock({ $0.removeValue(forKey: id) }) else { return }
        try folder?.write(trace, id: id)
        reports.trace(trace, of: id)
    }
}
