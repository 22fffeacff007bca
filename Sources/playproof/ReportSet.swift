import Foundation
import Reports
import Scenarios

/// The reports that a run writes, several at once.
final class ReportSet {
    private struct Report {
        var reporter: any Reporter
        var destination: ReportDestination
        /// Whether the part that was written can be gone on from.
        var isResumable: Bool
        /// What is beside the page of the viewer.
        var folder: ViewerFolder?
    }

    private let reports: [Report]

    /// - Throws: ``CommandFailure`` when a file can't be written or is there already; nothing is left behind then.
    init(_ plan: ReportPlan, context: ReporterContext = ReporterContext()) throws {
        var context = context
        context.evidence = plan.evidence
        var made: [Report] = []
        do {
            for item in plan.items {
                let destination = try item.file.map { path throws(CommandFailure) in try ReportDestination(file: path, force: plan.force) }
                    ?? ReportDestination()
                let folder = item.name == .html ? item.file.map { ViewerFolder(beside: $0, force: plan.force) } : nil
                context.folder = folder
                let reporter = item.name.reporter(writingTo: destination, context: context)
                made.append(Report(reporter: reporter, destination: destination, isResumable: item.name == .jsonl, folder: folder))
            }
        } catch {
            for report in made { report.destination.abandon() }
            throw error
        }
        reports = made
    }

    func begin(total: Int?) {
        for report in reports { report.reporter.begin(total: total) }
    }

    /// A trace of the submission whose record follows.
    func trace(_ trace: Data, of id: String) {
        for report in reports { report.reporter.trace(trace, of: id) }
    }

    /// - Throws: ``CommandFailure`` when one of them can't be written.
    func record(_ record: ResultRecord) throws(CommandFailure) {
        for report in reports {
            report.reporter.record(record)
            try report.destination.check()
        }
    }

    /// Ends all reports and puts their files in their places.
    func end(_ summary: RunSummary) throws(CommandFailure) {
        for report in reports { report.reporter.end(summary) }
        for report in reports {
            try report.folder?.check()
            try report.destination.finish()
        }
    }

    /// Takes away what can't be gone on from, after a failure.
    func abandon() {
        for report in reports where !report.isResumable { report.destination.abandon() }
    }
}
