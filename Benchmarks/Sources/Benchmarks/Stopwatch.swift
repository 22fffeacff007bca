import ScriptEngine

/// Time of a piece of work.
enum Stopwatch {
    /// Wall time.
    static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let time = try ContinuousClock().measure { try body() }
        return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }

    /// Processor time of the process, with all its threads and the copies it makes of itself.
    static func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
        let start = ProcessCopy.processorSeconds
        try body()
        return ProcessCopy.processorSeconds - start
    }
}
