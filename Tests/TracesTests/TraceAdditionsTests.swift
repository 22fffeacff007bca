import Foundation
import Testing

@testable import Traces

/// What can be in a trace beside the game's own doings: drawings, findings; and how submissions are told apart.
@Suite("A trace with additions")
struct TraceAdditionsTests {
    private let header = TraceHeader(
        submission: .embedded(html: "<p>", files: [:]), name: "index.html", seed: 1, frameInterval: 1000.0 / 60, startTime: 0)

    private func frame(_ number: Int, _ reading: String) -> TraceFrame {
        TraceFrame(frame: number, time: Double(number) * header.frameInterval, reading: reading)
    }

    private func trace(_ readings: [String], _ add: (inout TraceEncoder) throws -> Void = { _ in }) throws -> Trace {
        var encoder = TraceEncoder(header: header)
        for (number, reading) in readings.enumerated() { try encoder.frame(frame(number, reading)) }
        try add(&encoder)
        _ = encoder.finish()
        return try TraceReader.read(Data(encoder.take().utf8))
    }

    @Test func `gives back what was drawn`() throws {
        let drawings = [
            ["canvas 10 10 0 0 10 10", "fill #000000ff", "rect 0 0 10 10", "fill #ff0000ff", "rect 1 1 2 2"],
            ["canvas 10 10 0 0 10 10", "fill #000000ff", "rect 0 0 10 10", "fill #ff0000ff", "rect 1 2 2 2"],
            [], ["text 1 2 -1 a*b, c=d"],
        ]
        let trace = try trace(["{}"]) { encoder in
            for (number, commands) in drawings.enumerated() {
                encoder.drawing(TraceDrawing(frame: number + 5, time: Double(number + 5) * header.frameInterval, commands: commands))
            }
        }
        let read = trace.events.compactMap { if case .drawing(let drawing) = $0 { drawing } else { nil } }
        #expect(read.map(\.commands) == drawings)
        #expect(read.map(\.frame) == [5, 6, 7, 8])
    }

    @Test func `writes only what a drawing has that the one before hadn't`() throws {
        let board = (0..<200).flatMap { ["fill #\($0 % 7)", "rect \($0 % 10 * 20) \($0 / 10 * 20) 20 20"] }
        var encoder = TraceEncoder(header: header)
        encoder.drawing(TraceDrawing(frame: 0, time: 0, commands: board + ["rect 60 0 20 20", "text next"]))
        let first = encoder.take().utf8.count
        for step in 1..<100 {
            encoder.drawing(TraceDrawing(frame: step, time: Double(step) * header.frameInterval, commands: board + ["rect 60 \(step) 20 20", "text next"]))
        }
        #expect(encoder.take().utf8.count < first)
    }

    @Test(arguments: [([], []), ([1, 2, 3], [1, 2, 3]), ([1, 2, 3], []), ([1, 2, 3, 4, 5], [3, 4, 5, 1, 2, 9, 9, 3]), ([7, 7, 7], [7, 7, 7, 7, 7])])
    func `makes a list again from its delta`(old: [Int], new: [Int]) {
        #expect(ListDelta.apply(Substring(ListDelta.text(from: old, to: new)), to: old) == new)
    }

    @Test(arguments: ["5", "2-1", "0-3", "=", "-", "x!"])
    func `refuses a damaged delta`(text: String) {
        #expect(ListDelta.apply(Substring(text), to: [1, 2, 3]) == nil)
    }

    @Test func `is the same with findings and drawings as without`() throws {
        let plain = try trace(["{}", #"{"a":1}"#])
        let added = try trace(["{}", #"{"a":1}"#]) { encoder in
            try encoder.note(.finding, #"{"id":"moves"}"#, at: 20)
            encoder.drawing(TraceDrawing(frame: 2, time: 40, commands: ["rect 0 0 1 1"]))
        }
        #expect(TraceComparison(expected: plain, actual: added).firstDifference() == nil)
        let failed = try trace(["{}", #"{"a":1}"#]) { try $0.note(.error, #"{"name":"TypeError"}"#, at: 20) }
        #expect(TraceComparison(expected: plain, actual: failed).firstDifference()?.kind == .note)
    }

    @Test func `lists all stretches in which it differs`() throws {
        let left = try trace(["{}", #"{"a":1}"#, #"{"a":2}"#, #"{"a":3}"#, #"{"a":4}"#, #"{"a":5,"b":1}"#])
        let right = try trace(["{}", #"{"a":9}"#, #"{"a":9}"#, #"{"a":3}"#, #"{"a":4}"#, #"{"a":5,"b":2}"#]) {
            try $0.note(.error, #"{"name":"TypeError"}"#, at: 90)
        }
        let found = TraceComparison(expected: left, actual: right).differences()
        #expect(found.map(\.frame) == [1, 5, 5])
        #expect(found.map(\.endFrame) == [3, nil, nil])
        #expect(found.map(\.kind) == [.reading, .reading, .note])
        #expect(found[0].detail == "a differs")
        #expect(TraceComparison(expected: left, actual: left).differences() == [])
    }

    @Test func `knows its submission by the digest`() {
        let whole = TraceHeader.Submission.embedded(html: "<p>", files: ["a.js": Data([1]), "b.js": Data([2])])
        let moved = TraceHeader.Submission.embedded(html: "<p>", files: ["a.js": Data([1, 2]), "b.js": Data()])
        #expect(TraceHeader.Submission.digest(whole.digest).isSame(as: whole))
        #expect(!TraceHeader.Submission.digest(moved.digest).isSame(as: whole))
        #expect(whole.digest.count == 16)
    }
}
