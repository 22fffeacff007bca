import ArgumentParser
import Suites

/// What a submission may take before its worker is stopped.
struct LimitOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Seconds that a submission may take; one that takes longer hangs.", valueName: "seconds"))
    var timeout = WorkerLimits().wallSeconds

    @Option(name: .long, help: ArgumentHelp("Megabytes of memory that a submission may take.", valueName: "MB"))
    var memory = WorkerLimits().memoryMB

    func validate() throws {
        guard timeout > 0, timeout.isFinite else { throw ValidationError("--timeout wants a positive number of seconds, as --timeout 10.") }
        guard memory >= 64, memory.isFinite else { throw ValidationError("--memory wants at least 64 MB, as --memory 512.") }
    }

    var limits: WorkerLimits { WorkerLimits(wallSeconds: timeout, memoryMB: memory) }
}
