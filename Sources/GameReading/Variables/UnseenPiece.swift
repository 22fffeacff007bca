import WebPage

/// How the falling piece's cells follow from the game's variables.
struct UnseenPiece: Hashable, Sendable {
    /// A part of the path to the table with its form: a key, or a variable that holds the key, as the kind of piece and its turn.
    enum Part: Hashable, Sendable {
        case key(VariablePath.Key)
        case variable(path: String, like: VariablePath.Key)
    }

    /// Where the form is to be moved to.
    enum Place: Hashable, Sendable {
        /// By as much always: the table has the cells themselves.
        case offset(Int, Int)
        /// By two variables, each with what has to be added to it.
        case variables(column: String, Int, row: String, Int)
        /// By one that counts through the playfield's rows.
        case index(String)
    }

    var parts: [Part]
    var property: String?
    var form: PieceForm
    var place: Place

    /// The cells that it has now; nil where there is no piece.
    func cells(on page: Page, width: Int) -> [Cell]? {
        cells(width: width, table: { page.variableTable(at: $0) }, values: { page.plainValues(at: $0) })
    }

    /// The same by whoever knows what the variables hold.
    func cells(width: Int, table: (String) -> VariableTable?, values: ([String]) -> [String?]) -> [Cell]? {
        let keyPaths = parts.compactMap { part in if case .variable(let path, _) = part { path } else { nil } }
        let held = values(keyPaths + placePaths)
        guard held.count == keyPaths.count + placePaths.count, let path = path(by: held.prefix(keyPaths.count)),
            let table = table(path.text), let form = form.cells(of: table, width: width)
        else { return nil }
        let numbers = held.suffix(placePaths.count).compactMap { $0.flatMap { Int($0) } }
        guard numbers.count == placePaths.count else { return nil }
        switch place {
        case .offset(let columns, let rows): return form.map { $0.moved(columns, rows) }
        case .variables(_, let columns, _, let rows): return form.map { $0.moved(numbers[0] + columns, numbers[1] + rows) }
        case .index:
            let indices = form.map { $0.row * width + $0.column + numbers[0] }
            return indices.allSatisfy { $0 >= 0 } ? indices.map { Cell($0 % width, $0 / width) } : nil
        }
    }

    private var placePaths: [String] {
        switch place {
        case .offset: []
        case .variables(let column, _, let row, _): [column, row]
        case .index(let path): [path]
        }
    }

    private func path(by held: ArraySlice<String?>) -> VariablePath? {
        var held = held
        var keys: [VariablePath.Key] = []
        for part in parts {
            switch part {
            case .key(let key): keys.append(key)
            case .variable(_, let like):
                guard let value = held.popFirst(), let key = value.flatMap(like.reading) else { return nil }
                keys.append(key)
            }
        }
        return VariablePath(keys: keys, property: property)
    }
}
