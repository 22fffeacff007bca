import Scenarios

/// What is wrong with a rulebook is said once and before anything is judged.
enum RulebookCheck {
    static func rulebook(_ rules: String, grep: String?) throws -> Rulebook {
        let folder = try Rulebook.locate(game: rules)
        let rulebook = try Rulebook.load(folder: folder, judge: ExpectationJudge())
        if let grep, rulebook.matching(grep).isEmpty {
            let ids = rulebook.scenarios.map(\.id).joined(separator: " ")
            throw CommandFailure("no check of the rulebook '\(rules)' matches --grep \(grep). Its checks: \(ids)")
        }
        return rulebook
    }
}

extension Rulebook {
    /// What a player expects, in a sentence, by check.
    var titles: [String: String] { Dictionary(scenarios.map { ($0.id, $0.title) }) { first, _ in first } }
}
