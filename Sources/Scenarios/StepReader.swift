import GamePlaying
import Yams

/// Reads the steps of a scenario file.
///
/// A step is a word (`start`), or a mapping whose one action key names it; the other keys belong to the action, but for
/// `if`, which any step may have.
struct StepReader {
    let yaml: YAMLReader

    /// What each action may have beside it in the same mapping.
    private static let companions: [String: [String]] = [
        "load": [], "start": [], "press": [], "hold": [], "release": [], "click": [], "wait": [], "frames": [], "stall": [],
        "until": ["within", "because", "otherwise", "category", "breaks"], "play": [], "remember": [],
        "expect": ["because", "otherwise", "category", "breaks"], "repeat": [],
    ]
    static let actions = [
        "load", "start", "press", "hold", "release", "click", "wait", "frames", "stall", "until", "play", "remember", "expect",
        "repeat",
    ]

    func steps(_ node: Node) throws(ScenarioError) -> [ScenarioStep] {
        var steps: [ScenarioStep] = []
        for item in try yaml.items(node, "steps") {
            steps.append(try step(item))
        }
        guard !steps.isEmpty else { throw yaml.error(node, "steps is empty; a scenario needs at least one step") }
        return steps
    }

    func step(_ node: Node) throws(ScenarioError) -> ScenarioStep {
        let line = node.mark?.line ?? 0
        if let word = node.scalar?.string { return ScenarioStep(try action(word: word, node), line: line) }
        guard let mapping = node.mapping else {
            throw yaml.error(node, "a step must be a word or a mapping; actions: \(Self.actions.joined(separator: ", "))")
        }
        let names = mapping.keys.compactMap { $0.scalar?.string }
        guard let name = names.first(where: Self.actions.contains), let companions = Self.companions[name] else {
            let unknown = names.first ?? ""
            let hint = NearestName.of(unknown, among: Self.actions).map { " (did you mean \($0)?)" } ?? ""
            throw yaml.error(node, "unknown step '\(unknown)'\(hint); steps: \(Self.actions.joined(separator: ", "))")
        }
        let fields = try yaml.fields(node, "the step \(name)", allowed: [name] + companions + ["if"])
        guard let value = fields[name] else { throw yaml.error(node, "the step \(name) has no value") }
        var step = ScenarioStep(try action(name, value, fields), line: line)
        if let condition = fields["if"] {
            step.condition = ScriptExpression(try yaml.text(condition, "if"), line: condition.mark?.line ?? 0)
        }
        return step
    }

    private func action(word: String, _ node: Node) throws(ScenarioError) -> ScenarioStep.Action {
        switch word {
        case "load": return .load(StartConditions())
        case "start": return .start(StartConditions())
        default:
            let hint =
                Self.actions.contains(word)
                ? "the step \(word) needs a value, as in '\(word): …'"
                : "unknown step '\(word)'\(NearestName.of(word, among: Self.actions).map { " (did you mean \($0)?)" } ?? "")"
                    + "; steps: \(Self.actions.joined(separator: ", "))"
            throw yaml.error(node, hint)
        }
    }

    private func action(_ name: String, _ value: Node, _ fields: [String: Node]) throws(ScenarioError) -> ScenarioStep.Action {
        switch name {
        case "load": return .load(try conditions(value, "load"))
        case "start": return .start(try conditions(value, "start"))
        case "press": return try press(value)
        case "hold": return try hold(value)
        case "release": return .release(control: try yaml.text(value, "release"))
        case "click": return .click(selector: try yaml.text(value, "click"))
        case "wait": return .wait(milliseconds: try yaml.duration(value, "wait"))
        case "stall": return .stall(milliseconds: try yaml.duration(value, "stall"))
        case "frames": return .frames(try yaml.count(value, "frames"))
        case "until": return try until(value, fields)
        case "play": return .play(try goal(value))
        case "remember": return .remember(try rememberedName(value))
        case "expect": return .expect(try expectation(value, fields))
        default: return try repetition(value)
        }
    }

    /// The seed and the frame rate.
    func conditions(_ node: Node, _ what: String) throws(ScenarioError) -> StartConditions {
        let fields = try yaml.fields(node, what, allowed: ["seed", "fps"])
        var conditions = StartConditions()
        if let seed = fields["seed"] { conditions.seed = UInt64(try yaml.count(seed, "seed", atLeast: 0)) }
        if let rate = fields["fps"] { conditions.framesPerSecond = try yaml.number(rate, "fps") }
        return conditions
    }

    private func press(_ node: Node) throws(ScenarioError) -> ScenarioStep.Action {
        guard node.mapping != nil else { return .press(control: try key(node, "press"), times: 1) }
        let fields = try yaml.fields(node, "press", allowed: ["key", "times"])
        guard let control = fields["key"] else { throw yaml.error(node, "press needs a key, as in 'press: {key: left, times: 3}'") }
        let times = if let times = fields["times"] { try yaml.count(times, "times") } else { 1 }
        return .press(control: try key(control, "key"), times: times)
    }

    private func hold(_ node: Node) throws(ScenarioError) -> ScenarioStep.Action {
        guard node.mapping != nil else { return .hold(control: try key(node, "hold"), milliseconds: nil) }
        let fields = try yaml.fields(node, "hold", allowed: ["key", "for"])
        guard let control = fields["key"] else { throw yaml.error(node, "hold needs a key, as in 'hold: {key: soft, for: 500ms}'") }
        let milliseconds: Double? = if let time = fields["for"] { try yaml.duration(time, "for") } else { nil }
        return .hold(control: try key(control, "key"), milliseconds: milliseconds)
    }

    /// A control or a key; the key may be a blank.
    private func key(_ node: Node, _ what: String) throws(ScenarioError) -> String {
        try yaml.text(node, what)
    }

    private func until(_ node: Node, _ fields: [String: Node]) throws(ScenarioError) -> ScenarioStep.Action {
        let limit = if let within = fields["within"] { try yaml.duration(within, "within") } else { 5000.0 }
        return .until(try expectation(node, fields), withinMilliseconds: limit)
    }

    private func expectation(_ node: Node, _ fields: [String: Node]) throws(ScenarioError) -> Expectation {
        let source = try yaml.text(node, "an expectation")
        var expectation = Expectation(ScriptExpression(source, line: node.mark?.line ?? 0))
        if let because = fields["because"] {
            expectation.because = Template(try yaml.text(because, "because"), line: because.mark?.line ?? 0)
        }
        if let otherwise = fields["otherwise"] {
            expectation.otherwise = try yaml.choice(otherwise, "otherwise", of: Expectation.Otherwise.self)
        }
        if let category = fields["category"] {
            expectation.category = try yaml.choice(category, "category", of: FailureKind.self)
        }
        if let breaks = fields["breaks"] { expectation.breaks = try yaml.flag(breaks, "breaks") }
        return expectation
    }

    private func rememberedName(_ node: Node) throws(ScenarioError) -> String {
        let name = try yaml.text(node, "remember")
        let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } && name.first?.isNumber == false
        guard isName else { throw yaml.error(node, "remember needs a name of letters and digits, not '\(name)'") }
        guard !ReadingNames.all.contains(name), !ReadingNames.helpers.contains(name) else {
            throw yaml.error(node, "the name '\(name)' belongs to the reading or a helper; remember it under another one")
        }
        return name
    }

    private func goal(_ node: Node) throws(ScenarioError) -> PlayGoal {
        let targets = ["clear", "pieces", "lines", "level", "random", "arranged", "written", "topOut", "restart", "lockDelay", "reload"]
        let fields = try yaml.fields(node, "play", allowed: targets + ["within"])
        let given = targets.filter { fields[$0] != nil }
        guard given.count == 1, let name = given.first, let value = fields[name] else {
            throw yaml.error(node, "play needs one goal of \(targets.joined(separator: ", "))")
        }
        let target: PlayGoal.Target =
            switch name {
            case "clear": .clear(try yaml.count(value, "clear"))
            case "pieces": .pieces(try yaml.count(value, "pieces"))
            case "lines": .lines(try yaml.count(value, "lines"))
            case "level": .level(try yaml.count(value, "level"))
            case "random": .random(try yaml.count(value, "random"))
            case "arranged": .arranged(try yaml.count(value, "arranged"))
            case "written": .written(try yaml.count(value, "written"))
            case "restart": try flagged(.restart, value, name)
            case "lockDelay": try flagged(.lockDelay, value, name)
            case "reload": try flagged(.reload, value, name)
            default: try flagged(.topOut, value, name)
            }
        guard let within = fields["within"] else { return PlayGoal(target) }
        return PlayGoal(target, limitMilliseconds: try yaml.duration(within, "within"))
    }

    private func flagged(_ target: PlayGoal.Target, _ node: Node, _ name: String) throws(ScenarioError) -> PlayGoal.Target {
        guard try yaml.flag(node, name) else { throw yaml.error(node, "\(name) can only be true") }
        return target
    }

    private func repetition(_ node: Node) throws(ScenarioError) -> ScenarioStep.Action {
        let fields = try yaml.fields(node, "repeat", allowed: ["times", "steps"])
        guard let times = fields["times"], let steps = fields["steps"] else {
            throw yaml.error(node, "repeat needs times and steps")
        }
        return .repeat(times: try yaml.count(times, "times"), steps: try self.steps(steps))
    }
}
