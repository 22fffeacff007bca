import Foundation
import ScriptEngine

extension Page {
    /// Processor seconds that a look at the page may take. Nothing of the page runs meanwhile, but all that it holds may have
    /// to be laid out: far more than that needs, even on a busy machine, for a look that is given up would find an empty page.
    private static let lookSeconds = 60.0

    /// Looks at the page by functions of the prelude, under a limit of their own instead of the one for the page's scripts.
    /// - Returns: nil when the page stands still or can't be looked at; one that takes too long stands still from then on.
    func look<Answer>(_ body: () throws(ScriptError) -> Answer?) -> Answer? {
        guard hang == nil else { return nil }
        browser.machine.limitCalls(toSeconds: Self.lookSeconds)
        defer { browser.machine.limitCalls(toSeconds: options.callSeconds) }
        do {
            return try body()
        } catch {
            if error.cause == .timeLimit { standStill(because: "laying the page out took longer than \(Self.lookSeconds) s") }
            return nil
        }
    }

    /// Looks at the page by a function of the prelude that answers JSON text.
    public func decode<Value: Decodable>(_ type: Value.Type, from name: String, _ arguments: ScriptValue...) -> Value? {
        look { () throws(ScriptError) in try preludeFunction(name).call(with: arguments).description }.flatMap { decode(type, $0, of: name) }
    }

    /// As ``decode(_:from:_:)``, for functions of the prelude that meet the page's own objects, which may answer by scripts:
    /// these have the time that the page's scripts have.
    public func decodeOwn<Value: Decodable>(_ type: Value.Type, from name: String, _ arguments: ScriptValue...) -> Value? {
        guard hang == nil, let json = try? preludeFunction(name).call(with: arguments).description else { return nil }
        return decode(type, json, of: name)
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ json: String, of name: String) -> Value? {
        if let last = answers[name], last.json == json, let value = last.value as? Value { return value }
        guard let value = try? JSONDecoder().decode(type, from: Data(json.utf8)) else { return nil }
        answers[name] = (json, value)
        return value
    }
}
