import CJavaScriptCore

/// A global object with its own built-ins, in which scripts run.
public final class ScriptContext {
    public let machine: VirtualMachine
    let ref: JSGlobalContextRef
    private var hasRejectionHandler = false
    /// Goes on whenever a call from outside begins or ends: what scripts may have changed is as it was for as long as this
    /// stays the same. Nothing else runs scripts.
    public internal(set) var turns = 0
    /// What the last failed call threw. A `ScriptValue` would hold on to the context, and so for good.
    private var lastException: JSValueRef?

    /// Makes a context with a fresh global object.
    public init(in machine: VirtualMachine) {
        self.machine = machine
        ref = JSGlobalContextCreateInGroup(machine.ref, nil)
    }

    deinit {
        forgetException()
        if hasRejectionHandler { machine.replaceRejectionHandler(of: ref) }
        JSGlobalContextRelease(ref)
    }

    /// The context's global object.
    public var global: ScriptValue {
        ScriptValue(JSContextGetGlobalObject(ref), in: self)
    }

    /// Runs a classic script at global level and the promise jobs that it leaves.
    /// - Parameters:
    ///   - source: the script's text.
    ///   - url: what stack traces and errors call it.
    ///   - line: the 1-based line at which the text starts in its file.
    /// - Returns: the script's completion value.
    /// - Throws: ``ScriptError`` for an uncaught exception, a syntax error or the time limit.
    @discardableResult
    public func evaluate(_ source: String, url: String = "script", line: Int = 1) throws(ScriptError) -> ScriptValue {
        try evaluate(ScriptString(source), url: url, line: line)
    }

    /// Runs a script whose text was converted before: the machine's code cache then finds it by identity.
    @discardableResult
    public func evaluate(_ source: ScriptString, url: String = "script", line: Int = 1) throws(ScriptError) -> ScriptValue {
        let name = ScriptString(url)
        var exception: JSValueRef?
        turns += 1
        defer { turns += 1 }
        let result = JSEvaluateScript(ref, source.ref, nil, name.ref, Int32(line), &exception)
        if let error = takeError(exception) { throw error }
        guard let result else { throw ScriptError(name: "Error", message: "the engine gave no result") }
        return ScriptValue(result, in: self)
    }

    /// Runs a program of the machine at global level and the promise jobs that it leaves.
    @discardableResult
    public func evaluate(_ program: ScriptProgram) throws(ScriptError) -> ScriptValue {
        var exception: JSValueRef?
        turns += 1
        defer { turns += 1 }
        let result = JSScriptEvaluate(ref, program.ref, nil, &exception)
        if let error = takeError(exception) { throw error }
        guard let result else { throw ScriptError(name: "Error", message: "the engine gave no result") }
        return ScriptValue(result, in: self)
    }

    /// Leaves calls uncounted that are known to have changed nothing.
    /// - Parameter turns: what ``turns`` was before them.
    public func discountCalls(since turns: Int) {
        self.turns = turns
    }

    /// The value that the last failed call threw, for handing it on to a script; nil after a time limit, and nil when it
    /// is asked for again.
    public func takeException() -> ScriptValue? {
        defer { forgetException() }
        return lastException.map { ScriptValue($0, in: self) }
    }

    private func forgetException() {
        if let lastException { JSValueUnprotect(ref, lastException) }
        lastException = nil
    }

    /// Parses a script without running it.
    /// - Throws: ``ScriptError`` with the place of the first syntax error.
    public func checkSyntax(_ source: String, url: String = "script", line: Int = 1) throws(ScriptError) {
        let text = ScriptString(source)
        let name = ScriptString(url)
        var exception: JSValueRef?
        _ = JSCheckScriptSyntax(ref, text.ref, name.ref, Int32(line), &exception)
        if let error = takeError(exception) { throw error }
    }

    /// Has `handler` called with (promise, reason) for promises that are rejected and not handled.
    public func onUnhandledRejection(_ handler: ScriptValue) {
        hasRejectionHandler = true
        var exception: JSValueRef?
        JSGlobalContextSetUnhandledRejectionCallback(ref, handler.object, &exception)
    }

    /// Collects what no script can reach any more, now and completely.
    public func collectGarbage() {
        JSSynchronousGarbageCollectForDebugging(ref)
    }

    /// What the machine's heap holds.
    public var memoryStatistics: MemoryStatistics {
        let statistics = ScriptValue(JSGetMemoryUsageStatistics(ref), in: self)
        func bytes(_ name: String) -> Int { Int(statistics[name].number.isFinite ? statistics[name].number : 0) }
        return MemoryStatistics(
            heapSize: bytes("heapSize"), heapCapacity: bytes("heapCapacity"),
            extraMemorySize: bytes("extraMemorySize"), objectCount: bytes("objectCount"))
    }

    private static let timeLimitError = ScriptError(
        cause: .timeLimit, name: "TimeLimit", message: "the script ran longer than it may")

    /// The Swift error for an exception that a call of the C API handed back, or nil when there was none.
    func takeError(_ exception: JSValueRef?) -> ScriptError? {
        forgetException()
        if machine.takeTimeout() { return Self.timeLimitError }
        guard let exception else { return nil }
        let error = ScriptError(thrown: ScriptValue(exception, in: self))
        // The exception's own accessors may never have ended.
        if machine.takeTimeout() { return Self.timeLimitError }
        JSValueProtect(ref, exception)
        lastException = exception
        return error
    }
}
