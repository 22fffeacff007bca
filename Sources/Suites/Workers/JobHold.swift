/// How long a job kept its worker, for whoever wants to see that limits are kept to.
///
/// A job whose worker was lost is given to another one and has a hold for each. Time in which the worker waited for a
/// processor doesn't count, as in ``WorkerLimits/wallSeconds``.
public struct JobHold: Sendable, Codable, Equatable {
    /// The submission.
    public var id: String
    /// Seconds from the job's start until it was answered or its worker was gone.
    public var seconds: Double
    /// Seconds from the last look at which the job was within all of its limits until its worker was gone: at least what
    /// it was beyond the limit. Nil when the job was answered, or its worker wasn't stopped at a limit.
    public var secondsBeyond: Double?
}
