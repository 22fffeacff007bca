import Scenarios

/// What a worker can do; each method does one job, on one thread, in a process that may be killed at any time.
public protocol WorkerTasks: AnyObject {
    /// Judges a submission, and says at every step what it is about.
    func judge(_ submission: Submission, seed: UInt64, order: JudgeOrder, output: WorkerOutput) throws -> ResultRecord
    /// Opens a page and does what is asked with it.
    /// - Returns: the command's exit code, as in the other methods.
    func open(_ submission: Submission, seed: UInt64, order: OpenOrder, output: WorkerOutput) throws -> Int32
    /// Records a page and sends the trace as the file `trace`.
    func record(_ submission: Submission, seed: UInt64, order: RecordOrder, output: WorkerOutput) throws -> Int32
    /// Replays a trace and prints whether all is the same.
    func replay(_ submission: Submission, seed: UInt64, order: ReplayOrder, output: WorkerOutput) throws -> Int32
}
