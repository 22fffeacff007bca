import ScriptEngine
import WebPage

/// What the game's variables hold at one moment: those of its scripts' top level, of closures, modules and objects.
public struct VariableSnapshot: Sendable, Decodable {
    /// A table and where it is.
    public struct Table: Sendable, Decodable {
        /// Where it is, for ``Page/variableTable(at:)``.
        public var path: String
        /// Where it is, as a person would write it: `game.grid`, `Playfield.#cells`.
        public var name: String
        public var table: VariableTable

        private enum Key: String, CodingKey { case path, name }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            path = try fields.decode(String.self, forKey: .path)
            name = try fields.decode(String.self, forKey: .name)
            table = try VariableTable(from: decoder)
        }
    }

    /// A number and where it is.
    public struct Number: Sendable, Decodable {
        public var path, name: String
        /// nil for NaN and the infinities.
        public var value: Double?
    }

    /// Those nearest to the scopes first.
    public var tables: [Table]
    public var numbers: [Number]
}

extension Page {
    /// Reads all variables that can be reached, without running a function of the game; nil when the page stands still.
    public func variables() -> VariableSnapshot? {
        exposeTopLevelNames()
        return decode(VariableSnapshot.self, from: "variables")
    }

    /// The table at a path of ``VariableSnapshot``, as it is now; nil when there is none any more.
    public func variableTable(at path: String) -> VariableTable? {
        decode(VariableTable.self, from: "variableTable", context.value(path))
    }

    /// The number at a path of ``VariableSnapshot``, as it is now; nil when it is none any more.
    public func variableNumber(at path: String) -> Double? {
        decode(Double.self, from: "variableNumber", context.value(path))
    }
}
