import Foundation
import Scenarios
import Testing
import WebPage

@testable import Suites

@Suite("The end of a job")
struct JobEndTests {
    /// A worker that was stopped after it had used so many processor seconds.
    private func end(pulseAt processor: Double?, slowness: Double = 0.02, used total: Double) -> JobEnd {
        var end = JobEnd(cause: .exit(0))
        end.pulse = processor.map { JobEnd.Pulse(processor: $0, slowness: slowness) }
        end.usage.processorTotal = total
        end.stop(because: .stopped(.time(seconds: 10)))
        return end
    }

    @Test func `leaves a game alone whose callbacks came to their ends, however long its messages lay`() {
        #expect(end(pulseAt: 57, used: 60).wasGoingOn)
    }

    @Test func `finds a game hanging that used more processor time than a callback may and gave no sign`() {
        #expect(!end(pulseAt: 50, used: 60).wasGoingOn)
    }

    @Test(arguments: [WorkerWatch.Stop.trace(megabytes: 16), .memory(megabytes: 512), .time(seconds: 10)])
    func `lets the record stand of a game of which only the recording was too much`(stop: WorkerWatch.Stop) {
        var end = end(pulseAt: 50, used: 60)
        end.cause = .stopped(stop)
        end.stage = "recording the trace"
        end.decided = ResultRecord(id: "a", source: "a.html", verdict: .plays)
        let job = WorkerJob(Submission(id: "a", source: "a.html", page: PageSource(html: "")), order: .judge(JudgeOrder()))
        let record = end.record(of: job, limits: WorkerLimits())
        #expect(record.verdict == .plays)
        #expect(record.checks.isEmpty)
        #expect(record.notes == [end.sentence(limits: WorkerLimits())])
        end.check = "moves"
        #expect(end.record(of: job, limits: WorkerLimits()).verdict == .broken)
    }

    @Test func `lets a verdict stand when the memory of many sessions adds up after the last must check`() {
        var end = end(pulseAt: 60, used: 60)
        end.cause = .stopped(.memory(megabytes: 512))
        end.check = "rate_independent"
        let job = WorkerJob(Submission(id: "a", source: "a.html", page: PageSource(html: "")), order: .judge(JudgeOrder()))
        #expect(end.record(of: job, limits: WorkerLimits()).verdict == .broken)
        end.decided = ResultRecord(id: "a", source: "a.html", verdict: .plays)
        let record = end.record(of: job, limits: WorkerLimits())
        #expect(record.verdict == .plays)
        #expect(record.checks.map(\.status) == [.unknown])
        #expect(record.checks.first?.detail == end.sentence(limits: WorkerLimits()))
    }

    @Test func `finds a game hanging that is slow in any browser, or never gave a sign`() {
        #expect(!end(pulseAt: 60, slowness: 4, used: 60).wasGoingOn)
        #expect(!end(pulseAt: nil, used: 1).wasGoingOn)
    }
}
