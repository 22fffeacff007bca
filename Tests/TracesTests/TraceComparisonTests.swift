import Foundation
import Testing
import Traces

@Suite("Two traces")
struct TraceComparisonTests {
    private func trace(
        seed: UInt64 = 1, html: String = "", _ readings: [String], inputs: [Double] = [], digests: [UInt32?] = []
    ) throws -> Trace {
        let header = TraceHeader(
            submission: .embedded(html: html, files: [:]), name: "game", seed: seed, frameInterval: 20, startTime: 0)
        var encoder = TraceEncoder(header: header)
        for (number, reading) in readings.enumerated() {
            for input in inputs where input >= Double(number) * 20 && input < Double(number + 1) * 20 {
                try encoder.input(#"{"key":"a"}"#, at: input)
            }
            let digest = number < digests.count ? digests[number] : nil
            try encoder.frame(TraceFrame(frame: number, time: Double(number) * 20, reading: reading, digest: digest))
        }
        _ = encoder.finish()
        return try TraceReader.read(Data(encoder.take().utf8))
    }

    private func difference(_ expected: Trace, _ actual: Trace, ignoringSubmission: Bool = false) -> TraceDifference? {
        TraceComparison(expected: expected, actual: actual).firstDifference(ignoringSubmission: ignoringSubmission)
    }

    private let readings = [#"{"row":0}"#, #"{"row":0}"#, #"{"row":1}"#, #"{"row":2,"score":1}"#]

    @Test func `of the same session are the same`() throws {
        #expect(try difference(trace(readings), trace(readings)) == nil)
    }

    @Test func `part where the readings do`() throws {
        var others = readings
        others[3] = #"{"row":2,"score":7}"#
        let found = try #require(try difference(trace(readings), trace(others)))
        #expect(found.kind == .reading && found.frame == 3 && found.time == 60)
        let text = found.description { "board\n" + $0 }
        #expect(
            text == """
                frame 3, 0.06 s: score differs
                expected              actual
                board                 board
                {"row":2,"score":1}   {"row":2,"score":7}
                """)
    }

    @Test func `part at the frame at which only one changes`() throws {
        let late = [readings[0], readings[0], readings[0], readings[3]]
        let found = try #require(try difference(trace(readings), trace(late)))
        #expect(found.frame == 2)
        #expect(found.readings == [#"{"row":1}"#, #"{"row":0}"#])
        #expect(try difference(trace(late), trace(readings))?.frame == 2)
    }

    @Test func `part by input, digest, length and header`() throws {
        let base = try trace(readings, inputs: [25], digests: [1, 1, 1, 1])
        #expect(try difference(base, trace(readings, inputs: [27], digests: [1, 1, 1, 1]))?.kind == .input)
        let drawn = try #require(try difference(base, trace(readings, inputs: [25], digests: [1, 1, 2, 1])))
        #expect(drawn.kind == .digest && drawn.frame == 2)
        #expect(try difference(base, trace(readings + [readings[3]], inputs: [25], digests: [1, 1, 1, 1, 1]))?.kind == .length)
        #expect(try difference(base, trace(seed: 2, readings))?.kind == .header)
        #expect(try difference(trace(readings), trace(html: "x", readings))?.kind == .header)
        #expect(try difference(trace(readings), trace(html: "x", readings), ignoringSubmission: true) == nil)
    }
}
