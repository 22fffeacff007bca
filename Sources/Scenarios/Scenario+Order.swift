import GamePlaying

extension Scenario {
    /// Whether it starts a game once and does no more than try something on it.
    var isTrial: Bool {
        guard let first = steps.first, first.condition == nil, case .start(let conditions) = first.action else { return false }
        return conditions.filled(from: settings) == StartConditions() && steps.dropFirst().allSatisfy(\.onlyTries)
    }
}

extension [Scenario] {
    /// The order in which they are judged, as indices: the must checks first, for the verdict rests on them, and of these
    /// the short ones. Of the others trials come last, side by side: all of them go on from the same game, while
    /// plays go on from one another.
    var judgingOrder: [Int] { indices.sorted { (self[$0].rank, $0) < (self[$1].rank, $1) } }
}

extension Scenario {
    fileprivate var rank: Int { level == .must ? (steps.contains(where: \.plays) ? 1 : 0) : isTrial ? 3 : 2 }
}

extension ScenarioStep {
    fileprivate var onlyTries: Bool {
        switch action {
        case .load, .start: false
        case .play(let goal): goal.isTrial
        case .repeat(_, let steps): steps.allSatisfy(\.onlyTries)
        default: true
        }
    }

    fileprivate var plays: Bool {
        switch action {
        case .play: true
        case .repeat(_, let steps): steps.contains(where: \.plays)
        default: false
        }
    }
}
