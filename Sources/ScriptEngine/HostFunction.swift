import CJavaScriptCore

/// A Swift closure that scripts can call.
final class HostFunction {
    typealias Body = (ScriptContext, [ScriptValue]) throws -> ScriptValue

    private let body: Body
    private weak var context: ScriptContext?

    init(context: ScriptContext, body: @escaping Body) {
        self.context = context
        self.body = body
    }

    /// The engine's class of function objects that own a `HostFunction` and release it when they are collected.
    nonisolated(unsafe) static let engineClass: JSClassRef = {
        var definition = kJSClassDefinitionEmpty
        definition.finalize = { object in
            guard let owner = JSObjectGetPrivate(object) else { return }
            Unmanaged<HostFunction>.fromOpaque(owner).release()
        }
        definition.callAsFunction = { _, function, _, count, arguments, exception in
            guard let owner = JSObjectGetPrivate(function) else { return nil }
            return Unmanaged<HostFunction>.fromOpaque(owner).takeUnretainedValue()
                .call(UnsafeBufferPointer(start: arguments, count: count), exception)
        }
        return JSClassCreate(&definition)
    }()

    private func call(
        _ arguments: UnsafeBufferPointer<JSValueRef?>, _ exception: UnsafeMutablePointer<JSValueRef?>?
    ) -> JSValueRef? {
        guard let context else { return nil }
        do {
            let values = arguments.compactMap { $0 }.map { ScriptValue($0, in: context) }
            return try body(context, values).ref
        } catch {
            // The limit was that of the whole call, of which this function is a part: whoever made it must see it too.
            if let error = error as? ScriptError, error.cause == .timeLimit { context.machine.noteTimeout() }
            let thrown = error is ScriptError ? context.takeException()?.ref : nil
            exception?.pointee = thrown ?? context.errorObject(message: "\(error)")
            return JSValueMakeUndefined(context.ref)
        }
    }
}

extension ScriptContext {
    /// A function object that runs a Swift closure. What a script inside the closure threw goes on to the caller; any
    /// other error the caller sees as an `Error`.
    public func function(_ body: @escaping (ScriptContext, [ScriptValue]) throws -> ScriptValue) -> ScriptValue {
        let owner = Unmanaged.passRetained(HostFunction(context: self, body: body)).toOpaque()
        return ScriptValue(JSObjectMake(ref, HostFunction.engineClass, owner), in: self)
    }

    /// A plain object with these properties.
    public func object(_ properties: [String: ScriptValue]) -> ScriptValue {
        let object = ScriptValue(JSObjectMake(ref, nil, nil), in: self)
        for (name, value) in properties {
            try? object.setProperty(name, to: value)
        }
        return object
    }

    func errorObject(message: String) -> JSValueRef? {
        var text: JSValueRef? = value(message).ref
        return JSObjectMakeError(ref, 1, &text, nil)
    }
}
