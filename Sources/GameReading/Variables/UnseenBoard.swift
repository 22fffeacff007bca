/// The table that holds what has come to rest, found without any sight of it.
struct UnseenBoard: Hashable, Sendable {
    /// What tells filled cells from empty ones.
    enum Sign: Hashable, Sendable {
        /// Any other value than these.
        case valueOtherThan(Set<String>)
        /// A word among those of the cell's class.
        case word(String)
    }

    var path: String
    var columns, rows: Int
    var layout: TableLayout
    var sign: Sign

    func filled(in table: VariableTable) -> Set<Cell> {
        Set(layout.values(of: table, columns: columns, rows: rows).lazy.filter { isFilled($0.value) }.map(\.key))
    }

    private func isFilled(_ value: String) -> Bool {
        switch sign {
        case .valueOtherThan(let empty): !empty.contains(value)
        case .word(let word): Self.words(of: value).contains(word[...])
        }
    }

    /// The words of a class, which is a text in quotes.
    static func words(of value: String) -> [Substring] { value.split { $0 == " " || $0 == "'" } }
}
