import ArgumentParser
import Scenarios
import Suites
import Traces

/// The one way in which a command fails: a line that says what is wrong, where, and what to do.
struct CommandFailure: Error {
    var message: String
    var exitCode: Int32 = 2

    init(_ message: String, exitCode: Int32 = 2) {
        self.message = message
        self.exitCode = exitCode
    }

    /// The failure that an error of one of the modules amounts to; nil for the parser's own errors, which it prints best.
    init?(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as InputError: self.init(error.description)
        case let error as ScenarioError: self.init(error.description)
        case let error as TraceError: self.init(error.description)
        case let error as WorkerFailure: self.init(error.description, exitCode: error.isOfPage ? 1 : 3)
        default: return nil
        }
    }
}
