/// Something that a page did and a person at a browser's console would see.
public struct PageRecord: Sendable, Codable, Equatable {
    public enum Kind: String, Sendable, Codable {
        /// An uncaught exception.
        case error
        /// A rejected promise that nobody handled.
        case rejection
        case console
        /// A feature that the page asked for and that the simulated browser has not; `name` says which.
        case missing
        /// `alert`, `confirm` or `prompt`; answered at once.
        case dialog
        /// The page asked to load itself again or to leave; `target` says where to.
        case navigation
        /// `count` sounds were started since the last drain.
        case sound
        /// `count` records of the kind `of` were left out, because there were too many.
        case omitted
        /// A script that ran longer than it may; the page stands still from here on.
        case hang
    }

    public var kind: Kind
    /// Virtual time in milliseconds since the page began to load.
    public var time: Double
    /// The error's name, or that of the missing feature.
    public var name: String?
    public var message: String?
    /// 1-based line in the submission's own text, or 0 when it isn't known.
    public var line: Int?
    public var column: Int?
    /// Whether a script could not be parsed; a `SyntaxError` can also be thrown by one that runs.
    public var isParseError: Bool?
    public var source: String?
    public var stack: String?
    /// The console's level: `log`, `warn`, `error` …
    public var level: String?
    /// What the console printed, or the dialog said.
    public var text: String?
    public var dialog: String?
    public var target: String?
    public var count: Int?
    public var of: String?

    public init(kind: Kind, time: Double, name: String? = nil, message: String? = nil, line: Int? = nil, column: Int? = nil) {
        self.kind = kind
        self.time = time
        self.name = name
        self.message = message
        self.line = line
        self.column = column
    }
}
