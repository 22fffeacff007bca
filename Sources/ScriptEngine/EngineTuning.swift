import Foundation

/// How the engine of this process spends its time beside running JavaScript.
public enum EngineTuning {
    /// For a process that opens many pages for some seconds each. What the environment says already stays.
    ///
    /// Only before the first ``VirtualMachine`` is made: the engine reads its options once.
    public static func favourShortRuns() {
        for (name, value) in compilers + threads + collector { setenv(prefix + name, value, 0) }
        runsAlone = threads.allSatisfy { name, value in getenv(prefix + name).map { String(cString: $0) } == value } && stopScavenger()
    }

    /// Ends the thread by which the engine's allocator gives free pages back, which takes its locks at any time. The engine
    /// has no option for it, but its library exports the function; without it nothing is copied.
    private static func stopScavenger() -> Bool {
        guard let symbol = dlsym(nil, "pas_scavenger_suspend") else { return false }
        unsafeBitCast(symbol, to: (@convention(c) () -> Void).self)()
        return true
    }

    /// Whether the engine does all its work on the thread that calls it.
    nonisolated(unsafe) private(set) static var runsAlone = false

    private static let prefix = "JSC_"

    /// Optimised code belongs to one global object, so such a process would make it anew for every page and spend more
    /// on that than it gains. Code must run fifteen times hotter first, then, than the engine has it, and fifty times for the
    /// last compiler, which takes milliseconds for a function. Code of the first compiler is shared by all pages, but its caches
    /// are not: what runs once a page takes twice as long in it as in the interpreter, so it waits sixty times longer.
    private static let compilers = [
        ("thresholdForJITAfterWarmUp", "30000"),
        ("thresholdForOptimizeAfterWarmUp", "15000"), ("thresholdForOptimizeAfterLongWarmUp", "15000"), ("thresholdForOptimizeSoon", "15000"),
        ("thresholdForFTLOptimizeAfterWarmUp", "3000000"), ("thresholdForFTLOptimizeSoon", "100000"),
    ]

    /// Compiling and collecting beside the running page would only take a core from another worker, and a process with
    /// threads in the midst of something can't be copied; see ``ProcessCopy``.
    private static let threads = [("useConcurrentJIT", "0"), ("useConcurrentGC", "0"), ("numberOfGCMarkers", "1")]

    /// A page is garbage as a whole once it is closed. Beginning with a heap of one megabyte, the engine would look for
    /// it ten times as often as it pays, and hardly anything is still young when it does.
    private static let collector = [("smallHeapSize", "12582912"), ("useGenerationalGC", "0")]
}
