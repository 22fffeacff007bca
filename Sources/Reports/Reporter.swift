import Foundation
import Scenarios

/// A consumer of results. All reporters see the same events; what they make of them is theirs.
public protocol Reporter: AnyObject {
    /// - Parameter total: number of submissions, where it is known.
    func begin(total: Int?)
    func record(_ record: ResultRecord)
    /// The trace of a session of a submission whose record follows, where one was asked for.
    func trace(_ trace: Data, of id: String)
    func end(_ summary: RunSummary)
}

extension Reporter {
    public func trace(_ trace: Data, of id: String) {}
}
