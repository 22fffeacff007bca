import Scenarios

/// What a worker can do; each method does one job, on one thread, in a process that may be killed at any time.
public protocol WorkerTasks: AnyObject {
    /// Reads whatever file a job may need: afterwards the process can't open any.
    func prepare() throws
    /// Makes ready what judging by an order takes, once for all jobs of its kind: no submission is charged with it.
    func prepare(for order: JudgeOrder) throws
    /// Judges a submission, and says at every step what it is about.
    func judge(_ submission: Submission, seed: UInt64, order: JudgeOrder, output: WorkerOutput) throws -> ResultRecord
    /// Opens a page and does what is asked with it.
    /// - Returns: the command's exit code, as in the other methods.
    func open(_ submission: Submission, seed: UInt64, order: OpenOrder, output: WorkerOutput) throws -> Int32
    /// Records a page and sends the trace as the file `trace`, in parts.
    func record(_ submission: Submission, seed: UInt64, order: RecordOrder, output: WorkerOutput) throws -> Int32
    /// Does to the page what a trace says was done, and sends the trace of that as the file `trace`.
    func replay(_ submission: Submission, seed: UInt64, order: ReplayOrder, output: WorkerOutput) throws -> Int32
    /// The same, and sends a picture of the page at each of some times, named by its number.
    func render(_ submission: Submission, seed: UInt64, order: RenderOrder, output: WorkerOutput) throws -> Int32
    /// Runs the page at real speed with the keys that come on standard input, and sends the readings as output.
    func play(_ submission: Submission, seed: UInt64, order: PlayOrder, output: WorkerOutput) throws -> Int32
    /// Finds a short input under which the page fails, and sends it as the files `scenario` and `trace`.
    func shrink(_ submission: Submission, seed: UInt64, order: ShrinkOrder, output: WorkerOutput) throws -> Int32
    /// Finds small changes that might make the submission play, the best guess first.
    func repairs(of submission: Submission) throws -> [PageRepair]
}
