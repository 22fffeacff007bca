import Scenarios

/// A consumer of results. All reporters see the same events; what they make of them is theirs.
public protocol Reporter: AnyObject {
    /// - Parameter total: number of submissions, where it is known.
    func begin(total: Int?)
    func record(_ record: ResultRecord)
    func end(_ summary: RunSummary)
}
