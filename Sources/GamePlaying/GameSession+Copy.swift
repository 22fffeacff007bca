import Foundation
import ScriptEngine

extension GameSession {
    /// Runs `body` on a copy of the session, which goes on from the same moment, and is gone with all that was done to it.
    /// - Parameter processorSeconds: what this may take.
    /// - Returns: what `body` found out; nil when it has to be done on the session itself: no copy can be made here, or
    ///   something came up that the session must know of, as an error or a script that never ends.
    func onCopy<Result: Codable>(processorSeconds: Double, _ body: () -> Result) -> Result? {
        guard !isHung else { return nil }
        collectRecords()
        let known = (faults.count, worstFreeze), used = callbackSeconds, start = now
        let answer = ProcessCopy.run(processorSeconds: processorSeconds) {
            beginInCopy()
            let result = body()
            collectRecords()
            guard !isHung, known == (faults.count, worstFreeze) else { return nil }
            return try? JSONEncoder().encode(CopyAnswer(result: result, callbackSeconds: callbackSeconds - used, milliseconds: now - start))
        }
        guard let answer, let found = try? JSONDecoder().decode(CopyAnswer<Result>.self, from: answer) else { return nil }
        noteEffort(ofCopy: found.callbackSeconds, milliseconds: found.milliseconds)
        return found.result
    }
}

/// What a copy of a session brings back.
private struct CopyAnswer<Result: Codable>: Codable {
    var result: Result
    /// Processor seconds of the page's callbacks in the copy.
    var callbackSeconds: Double
    /// By how much the page's clock went on in it.
    var milliseconds: Double
}
