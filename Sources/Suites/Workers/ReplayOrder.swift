import Foundation

/// A trace to be played again on the job's page.
public struct ReplayOrder: Sendable, Codable, Equatable {
    /// The trace file's bytes.
    public var trace: Data

    public init(trace: Data) {
        self.trace = trace
    }
}
