import Foundation

/// A trace whose input is to be made shorter while the job's page still fails under it.
public struct ShrinkOrder: Sendable, Codable, Equatable {
    public enum Failure: Sendable, Codable, Equatable {
        /// This expectation doesn't hold any more.
        case expectation(String)
        /// The page shows something else than this one, which does it right.
        case difference(from: Submission)
    }

    /// The names under which the worker sends what it found.
    public static let scenarioFile = "scenario"
    public static let traceFile = "trace"

    /// The trace file's bytes.
    public var trace: Data
    public var failure: Failure
    /// The scenario's name.
    public var name: String
    /// Sessions that may be played at most.
    public var runs: Int

    public init(trace: Data, failure: Failure, name: String, runs: Int) {
        self.trace = trace
        self.failure = failure
        self.name = name
        self.runs = runs
    }
}
