import GamePlaying

/// One scenario file: what to do with a game and what to expect of it.
public struct Scenario: Sendable, Equatable {
    /// The check's id, or the name of a free scenario.
    public var id: String
    /// Whether `id` is a check of the rules.
    public var isCheck: Bool
    public var title: String
    public var level: CheckLevel
    public var category: FailureKind
    /// What the game must have for the scenario to mean anything; otherwise the check is absent.
    public var needs: [ScriptExpression]
    public var settings: StartConditions
    public var steps: [ScenarioStep]
    /// A sentence for the report when all expectations hold.
    public var shows: Template?
    /// The file's name as errors show it.
    public var file: String

    public init(
        id: String, isCheck: Bool = true, title: String, level: CheckLevel = .should,
        category: FailureKind = .logic, needs: [ScriptExpression] = [], settings: StartConditions = StartConditions(),
        steps: [ScenarioStep], shows: Template? = nil, file: String = ""
    ) {
        self.id = id
        self.isCheck = isCheck
        self.title = title
        self.level = level
        self.category = category
        self.needs = needs
        self.settings = settings
        self.steps = steps
        self.shows = shows
        self.file = file
    }

    /// Every expression of the file, for the check at load.
    var expressions: [ScriptExpression] {
        needs + Self.expressions(of: steps) + (shows?.expressions ?? [])
    }

    private static func expressions(of steps: [ScenarioStep]) -> [ScriptExpression] {
        steps.flatMap { step -> [ScriptExpression] in
            let condition = step.condition.map { [$0] } ?? []
            return switch step.action {
            case .expect(let expectation), .until(let expectation, _):
                condition + [expectation.expression] + (expectation.because?.expressions ?? [])
            case .repeat(_, let steps): condition + expressions(of: steps)
            default: condition
            }
        }
    }

    /// The names that `remember` steps bring into scope.
    var rememberedNames: [String] { Self.rememberedNames(of: steps) }

    private static func rememberedNames(of steps: [ScenarioStep]) -> [String] {
        steps.flatMap { step -> [String] in
            switch step.action {
            case .remember(let name): [name]
            case .repeat(_, let steps): rememberedNames(of: steps)
            default: []
            }
        }
    }
}
