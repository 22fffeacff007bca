import ArgumentParser
import Scenarios
import Suites

/// What a submission may take before its worker is stopped.
struct LimitOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Seconds that a submission may take; one that takes longer hangs.", valueName: "seconds"))
    var timeout = WorkerLimits().wallSeconds

    @Option(name: .long, help: ArgumentHelp("Megabytes of memory that a submission may take.", valueName: "MB"))
    var memory = WorkerLimits().memoryMB

    @Option(name: .customLong("cpu-time"), help: ArgumentHelp("Seconds of processor time that a submission may take; no limit of its own by default.", valueName: "seconds"))
    var processorTime: Double?

    @Option(name: .customLong("max-output"), help: ArgumentHelp("Megabytes that may be printed or reported for a submission.", valueName: "MB"))
    var maxOutput = WorkerLimits().outputMB

    @Option(name: .customLong("max-trace"), help: ArgumentHelp("Megabytes that a trace may have.", valueName: "MB"))
    var maxTrace = WorkerLimits().traceMB

    func validate() throws {
        guard timeout > 0, timeout.isFinite else { throw ValidationError("--timeout wants a positive number of seconds, as --timeout 10.") }
        guard memory >= WorkerLimits.memoryMinMB, memory.isFinite else {
            throw ValidationError("--memory wants at least \(shortNumber(WorkerLimits.memoryMinMB)) MB, as --memory 512: the judge itself takes a good part of that.")
        }
        for (name, value) in [("cpu-time", processorTime ?? 1), ("max-output", maxOutput), ("max-trace", maxTrace)] {
            guard value > 0, value.isFinite else { throw ValidationError("--\(name) wants a positive number, as --\(name) 10.") }
        }
    }

    var limits: WorkerLimits {
        WorkerLimits(wallSeconds: timeout, processorSeconds: processorTime, memoryMB: memory, outputMB: maxOutput, traceMB: maxTrace)
    }
}
