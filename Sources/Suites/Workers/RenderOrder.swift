import Foundation

/// Pictures to be taken while a trace is played again on the job's page.
public struct RenderOrder: Sendable, Codable, Equatable {
    /// The trace file's bytes.
    public var trace: Data
    /// Virtual milliseconds, ascending.
    public var times: [Double]

    public init(trace: Data, times: [Double]) {
        self.trace = trace
        self.times = times
    }
}
