import Testing

@testable import Traces

extension TraceEncoder {
    /// Takes a frame in the form in which it is read.
    mutating func frame(_ frame: TraceFrame) throws {
        guard case .object(let members) = try #require(JSONParser.parse(frame.reading)) else {
            Issue.record("a reading is no object: \(frame.reading)")
            return
        }
        self.frame(frame.frame, at: frame.time, reading: members.filter { $0.name != "time" && $0.name != "frame" }, digest: frame.digest)
    }
}
