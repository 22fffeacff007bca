import Foundation

/// How eagerly the engine of this process turns JavaScript into optimised machine code.
public enum CompilerTuning {
    /// Optimised code belongs to one global object, so a process that opens many pages for some seconds each would make
    /// it anew for every page and spend more on that than it gains. Code must run far hotter first, then, and the last
    /// and dearest compiler is off. What the environment says already stays.
    ///
    /// Only before the first ``VirtualMachine`` is made: the engine reads its options once.
    public static func favourShortRuns() {
        let callsBeforeOptimising = "30000"
        for name in ["thresholdForOptimizeAfterWarmUp", "thresholdForOptimizeAfterLongWarmUp", "thresholdForOptimizeSoon"] {
            setenv("JSC_" + name, callsBeforeOptimising, 0)
        }
        setenv("JSC_useFTLJIT", "0", 0)
    }
}
