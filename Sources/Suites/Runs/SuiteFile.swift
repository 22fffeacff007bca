import Foundation
import Scenarios

/// A file that says what is judged, how, and what is expected: what a run's options say, to be kept beside the inputs.
public struct SuiteFile: Sendable, Equatable {
    /// A path of the command's FILE, with the model that wrote what is there.
    public struct Input: Sendable, Equatable {
        public var path: String
        public var model: String?

        public init(path: String, model: String? = nil) {
            self.path = path
            self.model = model
        }
    }

    public var inputs: [Input] = []
    public var rules = CheckTable.tetris.name
    /// Whether `game` names the rulebook, so that no submission is asked what it is.
    public var isGameKnown = false
    public var grep: String?
    /// Scenario files or folders instead of the rulebook; empty for the rulebook.
    public var scenarios: [String] = []
    public var seeds: [UInt64] = [1]
    public var limits = WorkerLimits()
    public var expectation = SuiteExpectation()
}
