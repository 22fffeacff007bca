/// A value of the game's variables that holds many values, as a playfield or a piece does.
public struct VariableTable: Sendable, Equatable {
    /// The form in which it holds them.
    public enum Kind: String, Sendable, Decodable {
        /// Rows (or columns) of values: arrays in an array, lines of a text.
        case rows
        /// One row of values: an array, a typed array, a text.
        case flat
        /// Cells with their coordinates: a Map or an object with keys such as `3,7`, a Set of them, a list of objects.
        case points
    }

    /// Values that mean an empty cell unless something says otherwise.
    static let nothing: Set = ["undefined", "null", "false", "0", "''", "' '"]

    /// A value with its place: row and column for rows, index and 0 for flat tables, both coordinates for points; the
    /// second is nil for points that have one only.
    public struct Entry: Sendable, Equatable {
        public var first: Int
        public var second: Int?
        /// The value as a text: numbers as JavaScript prints them, strings in quotes, `object` for any object.
        public var value: String
    }

    public var kind: Kind
    public var entries: [Entry]
    /// Number of rows, or of values in a flat table; 0 for points.
    public var count: Int
    /// Values in the longest row; 0 for what has no rows.
    public var width: Int

    /// - Parameters:
    ///   - cells: numbers of values as the page's extension writes them: commas between values, semicolons between rows.
    ///   - values: the values' texts.
    init?(kind: Kind, cells: String, values: [String]) {
        self.kind = kind
        entries = []
        count = 0
        width = 0
        guard !cells.isEmpty else { return }
        for (index, row) in cells.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).enumerated() {
            let numbers = row.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { Int(Substring($0)) }
            switch kind {
            case .points:
                guard numbers.count == 3, let first = numbers[0], let value = numbers[2], values.indices.contains(value) else { return nil }
                entries.append(Entry(first: first, second: numbers[1], value: values[value]))
            case .rows, .flat:
                for (place, number) in numbers.enumerated() {
                    guard let number else { continue }
                    guard values.indices.contains(number) else { return nil }
                    entries.append(Entry(
                        first: kind == .rows ? index : place, second: kind == .rows ? place : 0, value: values[number]))
                }
                width = max(width, kind == .rows ? numbers.count : 0)
                count = kind == .rows ? index + 1 : numbers.count
            }
        }
    }
}

extension VariableTable: Decodable {
    private enum Key: String, CodingKey { case kind, cells, values }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        let table = VariableTable(
            kind: try fields.decode(Kind.self, forKey: .kind), cells: try fields.decode(String.self, forKey: .cells),
            values: try fields.decode([String].self, forKey: .values))
        guard let table else {
            throw DecodingError.dataCorruptedError(forKey: .cells, in: fields, debugDescription: "no table")
        }
        self = table
    }
}
