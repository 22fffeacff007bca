import Foundation
import Scenarios
import Testing
import WebPage

@testable import Suites

@Suite("The worker protocol")
struct WorkerProtocolTests {
    @Test func `takes a job with nothing but an id and a page`() throws {
        let job = try JSONDecoder().decode(WorkerJob.self, from: Data(#"{"id":"a","page":{"html":"<p>"}}"#.utf8))
        #expect(job == WorkerJob(Submission(id: "a", source: "a", page: PageSource(html: "<p>")), order: .judge(JudgeOrder())))
    }

    @Test(arguments: [
        WorkerJob.Order.judge(JudgeOrder(grep: "moves", scenarios: [.init(file: "a.yaml", text: "x")])),
        .open(OpenOrder(steps: [.advance(milliseconds: 5), .hold(key: "a", milliseconds: 500), .screenshot(file: "o.png")], framesPerSecond: 30)),
        .record(RecordOrder(input: .play(pieces: 20))), .replay(ReplayOrder(trace: Data([0, 255]))),
    ])
    func `writes and reads every kind of job`(_ order: WorkerJob.Order) throws {
        let page = PageSource(html: "a\nb", name: "x.md", files: ["f": Data([1])], firstLine: 7)
        let job = WorkerJob(Submission(id: "i", source: "s", model: "m", page: page, notes: ["n"]), seed: 9, order: order)
        let line = try JSONEncoder().encode(job)
        #expect(!line.contains(UInt8(ascii: "\n")))
        #expect(try JSONDecoder().decode(WorkerJob.self, from: line) == job)
    }

    @Test func `writes and reads every kind of message`() throws {
        let finding = Finding(id: "moves", status: .fail, level: .must, category: .logic, at: 5, detail: "d", breaks: true)
        let messages: [WorkerMessage] = [
            .stage("s", time: 1.5, check: "moves"), .stage("s", time: 0, check: nil), .check(finding),
            .alive(time: 2, slowness: 0.5, processor: 1.25), .decided(ResultRecord(id: "a", source: "b", verdict: .flawed)), .output("o"), .log("l\n"), .warning("w"),
            .file(name: "f", Data([7])), .result(ResultRecord(id: "a", source: "b", verdict: .plays)), .done(exitCode: 3), .failure("no"),
        ]
        for message in messages {
            #expect(try JSONDecoder().decode(WorkerMessage.self, from: JSONEncoder().encode(message)) == message)
        }
    }

    @Test func `cuts bytes into lines wherever they are split`() {
        var splitter = LineSplitter()
        #expect(splitter.lines(adding: Array("ab".utf8)).isEmpty)
        #expect(splitter.lines(adding: Array("c\n\nd".utf8)) == [Data("abc".utf8), Data()])
        #expect(splitter.rest() == Data("d".utf8))
        #expect(splitter.rest() == nil)
    }
}
