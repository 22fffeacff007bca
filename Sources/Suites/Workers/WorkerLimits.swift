/// What one submission may take of the machine before its worker is stopped.
public struct WorkerLimits: Sendable, Codable, Equatable {
    /// Seconds without a result. Time in which the worker waited for a processor doesn't count, so that a busy machine
    /// changes no verdict.
    public var wallSeconds: Double
    /// Processor seconds; nil for no limit of its own.
    public var processorSeconds: Double?
    /// Resident memory in megabytes (10⁶ bytes), watched from outside.
    public var memoryMB: Double
    /// Megabytes that a worker may send for one job.
    public var outputMB: Double
    /// Megabytes that a trace may have.
    public var traceMB: Double

    /// The least that ``memoryMB`` can be for people: the engine, the simulated browser and an ordinary game take up to this.
    public static let memoryMinMB = 256.0

    /// Resident memory from which on a worker isn't used for another submission, so that none inherits another's heap.
    var reuseMemoryMB: Double { memoryMB * 0.4 }
    /// Submissions after which a worker is replaced.
    static let jobsPerWorker = 100

    public init(
        wallSeconds: Double = 10, processorSeconds: Double? = nil, memoryMB: Double = 512, outputMB: Double = 64,
        traceMB: Double = 16
    ) {
        self.wallSeconds = wallSeconds
        self.processorSeconds = processorSeconds
        self.memoryMB = memoryMB
        self.outputMB = outputMB
        self.traceMB = traceMB
    }
}
