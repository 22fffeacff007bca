import Scenarios

extension Tally {
    public static let schema = "playproof/tally/1"

    /// The tallies as one JSON object, its keys always in the same order.
    /// - Parameter ks: for which k pass@k is given.
    public func json(ks: [Int]) -> String {
        var object = OrderedJSON()
        object.add("schema", text: Self.schema)
        object.add("models", list: rulebooks.flatMap { models(rules: $0) }.map { $0.json(ks: ks) })
        object.add("differences", list: rulebooks.flatMap { rules in differences(rules: rules).map { $0.json(rules: rules) } })
        return object.text
    }
}

extension ModelTally {
    fileprivate func json(ks: [Int]) -> String {
        var object = OrderedJSON()
        object.add("rules", text: rules)
        object.add("model", text: model, orNull: true)
        object.add("submissions", raw: String(submissions))
        object.add("tasks", raw: String(tasks.count))
        var verdicts = OrderedJSON()
        for verdict in Verdict.allCases { verdicts.add(verdict.rawValue, raw: share(of: verdict).json) }
        object.add("verdicts", raw: verdicts.text)
        var failures = OrderedJSON()
        for kind in FailureKind.allCases { failures.add(kind.rawValue, raw: String(self.failures[kind, default: 0])) }
        object.add("failures", raw: failures.text)
        var estimates = OrderedJSON()
        for k in ks { if let estimate = passAt(k) { estimates.add(String(k), raw: Self.number(estimate)) } }
        object.add("passAt", raw: estimates.text)
        object.add("checks", list: checks.map { check in
            var item = OrderedJSON()
            item.add("id", text: check.id)
            item.add("level", text: check.level.rawValue)
            item.add("passes", raw: check.passes.json)
            item.add("absent", raw: String(check.absent))
            return item.text
        })
        return object.text
    }

    fileprivate static func number(_ value: Double) -> String { "\((value * 1e6).rounded() / 1e6)" }
}

extension Proportion {
    /// `low` and `high` are the ends of the interval.
    fileprivate var json: String {
        var object = OrderedJSON()
        object.add("count", raw: String(count))
        object.add("total", raw: String(total))
        if let rate, let interval {
            object.add("rate", raw: ModelTally.number(rate))
            object.add("low", raw: ModelTally.number(interval.lowerBound))
            object.add("high", raw: ModelTally.number(interval.upperBound))
        }
        return object.text
    }
}

extension ModelDifference {
    fileprivate func json(rules: String) -> String {
        var object = OrderedJSON()
        object.add("rules", text: rules)
        object.add("check", text: id)
        object.add("better", text: better)
        object.add("worse", text: worse)
        object.add("betterPasses", raw: betterPasses.json)
        object.add("worsePasses", raw: worsePasses.json)
        object.add("probability", raw: ModelTally.number(probability))
        return object.text
    }
}
