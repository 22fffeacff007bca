import Foundation
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

    /// Those nearest to the scopes first.
    public var tables: [Table]
    /// Whole numbers and words, where these were asked for too.
    var plain: [PlainVariable]?
}

extension Page {
    /// Reads all variables that can be reached, without running a function of the game; nil when the page stands still.
    public func variables() -> VariableSnapshot? {
        exposeTopLevelNames()
        return decodeOwn(VariableSnapshot.self, from: "variables")
    }

    /// The table at a path of ``VariableSnapshot``, as it is now; nil when there is none any more.
    public func variableTable(at path: String) -> VariableTable? {
        decodeOwn(VariableTable.self, from: "variableTable", about: path, context.value(path))
    }

    /// Writes another stack into the variable that is the playfield.
    /// - Parameters:
    ///   - stack: the cells that are filled now, as the screen shows them.
    ///   - empty: a cell that is empty now.
    ///   - wanted: the cells that are to be filled.
    /// - Returns: whether it could be done: only arrays of plain values, of objects that hold some, and of elements are written to.
    public func arrange(_ field: VariableField, from stack: Set<Cell>, empty: Cell, to wanted: Set<Cell>, rows: Int) -> Bool {
        exposeTopLevelNames()
        func places(_ cells: [Cell]) -> [[Int?]] { cells.sorted().compactMap { field.layout.place(of: $0, rows: rows) } }
        guard let filled = stack.min(), let filled = field.layout.place(of: filled, rows: rows),
            let empty = field.layout.place(of: empty, rows: rows),
            let plan = try? JSONEncoder().encode(TablePlan(
                filled: filled, empty: empty, fill: places(Array(wanted.subtracting(stack))), clear: places(Array(stack.subtracting(wanted)))))
        else { return false }
        return decodeOwn(Bool.self, from: "arrangeTable", context.value(field.path), context.value(String(decoding: plan, as: UTF8.self))) ?? false
    }

    private struct TablePlan: Encodable {
        var filled, empty: [Int?]
        var fill, clear: [[Int?]]
    }
}
