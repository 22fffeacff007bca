/// From findings to a verdict. The first rule that fits decides:
///
/// | rule | verdict |
/// |---|---|
/// | no must check was judged | unknown |
/// | a must check doesn't hold, and the game lacked something that the simulator doesn't have | unknown |
/// | `loads`, `starts` or `spawns` doesn't hold | broken |
/// | a must check that doesn't hold is marked as breaking: a hang, a stop, no key, no playfield, over at once | broken |
/// | `rotates`, `clears_lines` and `game_over` all don't hold: pieces fall, and that is all | broken |
/// | a must check doesn't hold (failed, or absent) | flawed |
/// | a must check is unknown | unknown |
/// | otherwise | plays |
///
/// The failure is the category of the first must check, in the order of the table, that doesn't hold; for a broken
/// game the first of those that break it. Should and guideline checks change nothing.
public enum VerdictRule {
    /// What the rule comes to.
    public struct Judgement: Sendable, Equatable {
        public var verdict: Verdict
        /// The first cause; nil when nothing failed or nothing can be said.
        public var failure: FailureKind?
        /// Why, for an unknown verdict.
        public var reason: String?
    }

    /// The checks without which there is nothing to play.
    static let foundations: Set<String> = ["loads", "starts", "spawns"]

    /// What makes a game of falling pieces.
    static let essence: Set<String> = ["rotates", "clears_lines", "game_over"]

    /// - Parameters:
    ///   - findings: in any order.
    ///   - table: gives the order of causes.
    ///   - doubt: what the page asked for and the simulator doesn't have, if it may be the cause of failures.
    public static func judge(_ findings: [Finding], by table: CheckTable = .tetris, doubt: String? = nil) -> Judgement {
        let musts = findings.filter { $0.level == .must }
            .sorted { table.position(of: $0.id) < table.position(of: $1.id) }
        guard !musts.isEmpty else {
            return Judgement(verdict: .unknown, reason: doubt ?? "no must check was judged")
        }
        let violated = musts.filter(\.violatesMust)
        if !violated.isEmpty, let doubt {
            return Judgement(verdict: .unknown, reason: doubt)
        }
        if let fatal = violated.first(where: { $0.breaks || foundations.contains($0.id) }) {
            return Judgement(verdict: .broken, failure: fatal.category)
        }
        if let first = violated.first, essence.isSubset(of: Set(violated.map(\.id))) {
            return Judgement(verdict: .broken, failure: first.category)
        }
        if let first = violated.first {
            return Judgement(verdict: .flawed, failure: first.category)
        }
        if let open = musts.first(where: { $0.status == .unknown }) {
            return Judgement(verdict: .unknown, reason: "\(open.id): \(open.detail ?? "could not be judged")")
        }
        return Judgement(verdict: .plays)
    }
}
