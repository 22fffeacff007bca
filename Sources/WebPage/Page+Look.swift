import Foundation
import ScriptEngine

extension Page {
    /// Looks at the page by functions of the prelude, without the limit for the page's scripts: nothing of the page runs meanwhile,
    /// but all that it holds may have to be laid out, and a look that is given up would find an empty page. Keeping a limit costs as
    /// much as a look at a page on which nothing has changed; one that takes far too long ends with its process.
    /// - Returns: nil when the page stands still or can't be looked at.
    func look<Answer>(_ body: () throws(ScriptError) -> Answer?) -> Answer? {
        guard hang == nil else { return nil }
        let turns = context.turns
        context.machine.limitCalls(toSeconds: nil)
        clock.setLookedAt(true)
        defer {
            clock.setLookedAt(false)
            context.machine.limitCalls(toSeconds: options.callSeconds)
            context.discountCalls(since: turns)
        }
        return try? body()
    }

    /// Looks at the page by a function of the prelude that puts its answer into ``sharedNumbers(_:)``.
    /// - Returns: false when the page stands still or can't be looked at.
    public func look(by name: String, _ arguments: ScriptValue...) -> Bool {
        look { () throws(ScriptError) in try preludeFunction(name).call(with: arguments) } != nil
    }

    /// Looks at the page by a function of the prelude that answers JSON text.
    public func decode<Value: Decodable>(_ type: Value.Type, from name: String, _ arguments: ScriptValue...) -> Value? {
        guard hang == nil else { return nil }
        if arguments.isEmpty, let last = answers[name], last.moment == moment, let value = last.value as? Value { return value }
        guard let json = look({ () throws(ScriptError) in try preludeFunction(name).call(with: arguments).description }) else { return nil }
        // A look may have begun an animation.
        return decode(type, json, of: name, at: arguments.isEmpty ? moment : nil)
    }

    /// As ``decode(_:from:_:)``, for functions of the prelude that meet the page's own objects, which may answer by scripts:
    /// these have the time that the page's scripts have.
    /// - Parameter subject: what is asked about, where several things are asked about in turn: an answer that is the last one
    ///   about it again isn't decoded again.
    public func decodeOwn<Value: Decodable>(
        _ type: Value.Type, from name: String, about subject: String = "", _ arguments: ScriptValue...
    ) -> Value? {
        guard hang == nil, let json = try? preludeFunction(name).call(with: arguments).description else { return nil }
        return decode(type, json, of: name + subject, at: nil)
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ json: String, of name: String, at moment: PageMoment?) -> Value? {
        if let last = answers[name], last.json == json, let value = last.value as? Value {
            answers[name]?.moment = moment
            return value
        }
        guard let value = try? JSONDecoder().decode(type, from: Data(json.utf8)) else { return nil }
        answers[name] = PageAnswer(moment: moment, json: json, value: value)
        return value
    }
}
