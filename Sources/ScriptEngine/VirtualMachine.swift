import CJavaScriptCore
import Foundation
import Synchronization

/// One JavaScript engine instance: a heap, a code cache and the contexts that share them.
///
/// Not thread-safe: a machine and all that belongs to it stay on the thread that made them.
public final class VirtualMachine {
    let ref: JSContextGroupRef
    private let watchdog = Watchdog()

    /// Set by the engine's callback when it stops a script.
    final class Watchdog {
        var hasFired = false
    }

    /// What the engine takes for the machine's memory, by which it decides how much garbage it lets gather: the same
    /// everywhere, and little, since many workers share a machine. Read by the engine when the first machine is made.
    private static let prepared: Void = {
        setenv("JSC_forceRAMSize", "536870912", 0)
    }()

    public init() {
        Self.prepared
        JSDisableGCTimer()
        ref = JSContextGroupCreate()
        let group = UInt(bitPattern: ref)
        Self.groups.withLock { _ = $0.insert(group) }
    }

    /// The machines that there are.
    private static let groups = Mutex<Set<UInt>>([])

    /// Lifts the limits of all machines, for good: the engine measures them on a thread, which a copy of the process
    /// doesn't have, and sets the clock for each call under a lock that this thread may have held.
    static func liftLimitsForCopy() {
        isInCopy = true
        for group in groups.withLock({ $0 }) { JSContextGroupClearExecutionTimeLimit(JSContextGroupRef(bitPattern: group)) }
    }

    nonisolated(unsafe) private static var isInCopy = false

    /// A context that is never used but for the function in it; see `replaceRejectionHandler(of:)`.
    private var idleContext: JSGlobalContextRef?

    /// Lets go of a context's handler of rejections. The engine keeps the handler as a root of its heap for as long as
    /// the global object lives, and the handler keeps the global object, so neither would ever be collected.
    func replaceRejectionHandler(of context: JSGlobalContextRef) {
        let idleContext: JSGlobalContextRef = self.idleContext ?? JSGlobalContextCreateInGroup(ref, nil)
        self.idleContext = idleContext
        var exception: JSValueRef?
        let name = ScriptString("Object")
        let function = JSObjectGetProperty(idleContext, JSContextGetGlobalObject(idleContext), name.ref, &exception)
        guard let function else { return }
        JSGlobalContextSetUnhandledRejectionCallback(context, function, &exception)
    }

    deinit {
        let group = UInt(bitPattern: ref)
        Self.groups.withLock { _ = $0.remove(group) }
        if let idleContext { JSGlobalContextRelease(idleContext) }
        JSContextGroupClearExecutionTimeLimit(ref)
        JSContextGroupRelease(ref)
    }

    /// Limits one call into the machine to so much processor time; nil lifts the limit.
    ///
    /// Stops most endless loops. It does not stop an endless chain of promise jobs, and a long regular expression
    /// or allocation only when it is over, so whoever runs code he does not trust runs it in a process he can kill.
    /// - Parameter seconds: processor time of a single call.
    public func limitCalls(toSeconds seconds: Double?) {
        guard let seconds, !Self.isInCopy else {
            JSContextGroupClearExecutionTimeLimit(ref)
            return
        }
        let info = Unmanaged.passUnretained(watchdog).toOpaque()
        JSContextGroupSetExecutionTimeLimit(
            ref, seconds,
            { _, info in
                guard let info else { return true }
                Unmanaged<Watchdog>.fromOpaque(info).takeUnretainedValue().hasFired = true
                return true
            }, info)
    }

    /// Has the call that is under way end as one that took too long.
    func noteTimeout() {
        watchdog.hasFired = true
    }

    /// Whether the time limit stopped a script since the last call of this method.
    func takeTimeout() -> Bool {
        defer { watchdog.hasFired = false }
        return watchdog.hasFired
    }
}
