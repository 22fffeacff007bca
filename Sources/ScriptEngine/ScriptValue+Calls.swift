import CJavaScriptCore

extension ScriptValue {
    /// Calls the value as a function, with `undefined` as `this`, and runs the promise jobs that it leaves.
    /// - Throws: ``ScriptError`` for what it threw, or the time limit.
    @discardableResult
    public func call(_ arguments: ScriptValue...) throws(ScriptError) -> ScriptValue {
        try call(with: arguments)
    }

    /// Calls the value as a function with a list of arguments.
    @discardableResult
    public func call(with arguments: [ScriptValue], this: ScriptValue? = nil) throws(ScriptError) -> ScriptValue {
        guard isFunction else { throw ScriptError(name: "TypeError", message: "\(self) is not a function") }
        let references: [JSValueRef?] = arguments.map(\.ref)
        var exception: JSValueRef?
        context.turns += 1
        defer { context.turns += 1 }
        let result = JSObjectCallAsFunction(context.ref, object, this?.object, references.count, references, &exception)
        if let error = context.takeError(exception) { throw error }
        return result.map { ScriptValue($0, in: context) } ?? context.undefined
    }

    /// Calls a function from number to number without making Swift objects for either: the event loop's path. Only for
    /// values that are functions.
    public func callNumber(_ argument: Double) throws(ScriptError) -> Double {
        var value: JSValueRef? = JSValueMakeNumber(context.ref, argument)
        var exception: JSValueRef?
        context.turns += 1
        defer { context.turns += 1 }
        let result = JSObjectCallAsFunction(context.ref, object, nil, 1, &value, &exception)
        if let error = context.takeError(exception) { throw error }
        return result.map { JSValueToNumber(context.ref, $0, nil) } ?? .nan
    }

    /// Calls a function without arguments; nil, and no Swift object made, unless it answers with an object. Only for
    /// values that are functions.
    public func callForObject() throws(ScriptError) -> ScriptValue? {
        var exception: JSValueRef?
        context.turns += 1
        defer { context.turns += 1 }
        let result = JSObjectCallAsFunction(context.ref, object, nil, 0, nil, &exception)
        if let error = context.takeError(exception) { throw error }
        guard let result, JSValueIsObject(context.ref, result) else { return nil }
        return ScriptValue(result, in: context)
    }
}
