/// Finds out from which variables a piece's cells follow, by the cells in which several pieces came to rest.
///
/// Before some of them the last sample came too early: the piece moved once more. So what holds for most of them is taken.
struct UnseenPieceFinder {
    /// A piece that came to rest.
    struct Lock {
        /// The last sample in which it was still falling.
        var sample: Int
        /// Where it lay, in order.
        var cells: [Cell]
    }

    /// A table that has the form of a piece that came to rest, and where that lay from there.
    private struct Match {
        var path: VariablePath
        var columns, rows: Int
    }

    /// A way to the table with the piece's form, and what it matched at each lock; nil where it didn't.
    private struct Source {
        var parts: [UnseenPiece.Part]
        var property: String?
        var form: PieceForm
        var matches: [Match?]
    }

    let locks: [Lock]
    /// The filled cells of the board at each sample.
    let fillings: [Set<Cell>]
    let samples: [UnseenFieldFinder.Sample]
    let columns, rows: Int

    /// Whether something holds for so many of the pieces.
    private func isMost(_ count: Int) -> Bool { count * 5 >= locks.count * 3 && count >= UnseenFieldFinder.locksMin }

    /// The rule that explains most of the pieces that came to rest, and what else was seen of them best; nil where none explains
    /// most of them.
    func find() -> UnseenPiece? {
        guard Set(locks.map { Self.inCorner($0.cells) }).count > 1 else { return nil }
        var best: (piece: UnseenPiece, merit: Merit)?
        for form in PieceForm.allCases {
            let matches = locks.map { lock in self.matches(of: lock, form) }
            guard isMost(matches.count { !$0.isEmpty }) else { continue }
            for source in sources(form, matches) {
                for place in places(for: source) {
                    let piece = UnseenPiece(parts: source.parts, property: source.property, form: form, place: place)
                    guard let merit = merit(of: piece), best.map({ merit > $0.merit }) ?? true else { continue }
                    best = (piece, merit)
                }
            }
        }
        return best?.piece
    }

    // MARK: Forms

    private static func inCorner(_ cells: [Cell]) -> [Cell] {
        let left = cells.map(\.column).min() ?? 0, top = cells.map(\.row).min() ?? 0
        return cells.map { $0.moved(-left, -top) }
    }

    private func matches(of lock: Lock, _ form: PieceForm) -> [Match] {
        let sample = samples[lock.sample], wanted = Self.inCorner(lock.cells)
        return sample.paths.compactMap { text in
            guard let table = sample.tables[text], let cells = form.cells(of: table, width: columns), let path = VariablePath(text) else { return nil }
            if Self.inCorner(cells) == wanted {
                return Match(path: path, columns: lock.cells[0].column - cells[0].column, rows: lock.cells[0].row - cells[0].row)
            }
            // Numbers that count through rows may go beyond a row's end until they are moved.
            guard form == .indices else { return nil }
            let distances = Set(zip(lock.cells, cells).map { ($0.row - $1.row) * columns + $0.column - $1.column })
            return distances.count == 1 ? Match(path: path, columns: distances.first ?? 0, rows: 0) : nil
        }
    }

    private func sources(_ form: PieceForm, _ matches: [[Match]]) -> [Source] {
        var sources: [Source] = []
        var tried: Set<[VariablePath.Key?]> = []
        // What has the form of most pieces had that of one of the first two.
        for match in matches.filter({ !$0.isEmpty }).prefix(3).joined() {
            if tried.insert(match.path.keys).inserted {
                let own = matches.map { list in list.first { $0.path == match.path } }
                if isMost(own.count { $0 != nil }) {
                    sources.append(Source(parts: match.path.keys.map { .key($0) }, property: match.path.property, form: form, matches: own))
                }
            }
            let last = match.path.keys.count - 1
            for places in [[last], [last - 1, last], [last - 1]] where places.allSatisfy({ $0 >= VariablePath.scopeKeys }) {
                let pattern = match.path.keys.enumerated().map { places.contains($0.offset) ? nil : $0.element }
                guard tried.insert(pattern).inserted else { continue }
                let fitting = matches.map { list in list.filter { Self.fits($0.path, pattern, match.path.property) } }
                if isMost(fitting.count { !$0.isEmpty }) { sources += lookups(form, fitting, like: match.path, places) }
            }
        }
        return sources
    }

    private static func fits(_ path: VariablePath, _ pattern: [VariablePath.Key?], _ property: String?) -> Bool {
        path.property == property && path.keys.count == pattern.count && zip(path.keys, pattern).allSatisfy { $1 == nil || $0 == $1 }
    }

    private static let keyVariablesMax = 12

    /// Tables of constants that are looked up by variables: by the kind of piece, by its turn, or both.
    /// - Parameters:
    ///   - matches: the tables that have the form of each piece, those alone whose paths differ in these places only.
    ///   - places: of the path's keys that variables hold.
    private func lookups(_ form: PieceForm, _ matches: [[Match]], like path: VariablePath, _ places: [Int]) -> [Source] {
        let choices = places.map { place in
            variables { lock, value in matches[lock].contains { $0.path.keys[place].text == value } }.prefix(Self.keyVariablesMax)
        }
        let combinations = choices.reduce([[]]) { lists, choice in lists.flatMap { list in choice.map { list + [$0] } } }
        return combinations.compactMap { chosen -> Source? in
            let own = locks.indices.map { lock in
                matches[lock].first { match in
                    zip(places, chosen).allSatisfy { match.path.keys[$0].text == samples[locks[lock].sample].values[$1] }
                }
            }
            guard isMost(own.count { $0 != nil }) else { return nil }
            let parts = path.keys.enumerated().map { place, key in
                places.firstIndex(of: place).map { UnseenPiece.Part.variable(path: chosen[$0], like: key) } ?? .key(key)
            }
            return Source(parts: parts, property: path.property, form: form, matches: own)
        }
    }

    // MARK: Variables

    /// Variables whose values are as wanted at most locks, those first that are so most often.
    private func variables(_ isWanted: (_ lock: Int, _ value: String) -> Bool) -> [String] {
        var votes: [String: Int] = [:], order: [String] = []
        for (index, lock) in locks.enumerated() {
            for variable in samples[lock.sample].plain where isWanted(index, variable.value) {
                if votes[variable.path] == nil { order.append(variable.path) }
                votes[variable.path, default: 0] += 1
            }
        }
        let most = order.enumerated().filter { isMost(votes[$0.element] ?? 0) }
        return most.sorted { (-(votes[$0.element] ?? 0), $0.offset) < (-(votes[$1.element] ?? 0), $1.offset) }.map(\.element)
    }

    /// Walls and hidden rows that may lie between a variable and the board's own count.
    private static let shifts = [0, 1, -1, 2, -2, 3, -3, 4, -4]
    private static let placeVariablesMax = 6

    private func places(for source: Source) -> [UnseenPiece.Place] {
        let matches = source.matches
        if source.form == .indices {
            let paths = variables { lock, value in
                guard let match = matches[lock], let number = Int(value) else { return false }
                return number == match.rows * columns + match.columns
            }
            return paths.prefix(Self.placeVariablesMax).map { .index($0) }
        }
        for match in matches {
            guard let match else { continue }
            let alike = matches.count { $0?.columns == match.columns && $0?.rows == match.rows }
            if isMost(alike) { return [.offset(match.columns, match.rows)] }
        }
        func addends(to wanted: (Match) -> Int) -> [(path: String, shift: Int)] {
            var found: [(path: String, shift: Int)] = []
            for shift in Self.shifts where found.count < Self.placeVariablesMax {
                let paths = variables { lock, value in
                    guard let match = matches[lock], let number = Int(value) else { return false }
                    return number + shift == wanted(match)
                }
                found += paths.map { (path: $0, shift: shift) }
            }
            return Array(found.prefix(Self.placeVariablesMax))
        }
        let rowVariables = addends(to: \.rows)
        return addends(to: \.columns).flatMap { column in
            rowVariables.filter { $0.path != column.path }.map { .variables(column: column.path, column.shift, row: $0.path, $0.shift) }
        }
    }

    // MARK: Choosing

    /// How well a rule explains what was seen, what counts most first.
    private struct Merit: Comparable {
        /// Pieces that came to rest just where it says.
        var explained: Int
        /// Samples in which the piece lay on nothing, in the field.
        var free: Int
        /// How high it was, in rows summed up: a ghost has the same cells when the piece comes to rest, but lies lower before.
        var height: Int
        var isPlain: Bool
        var hasOneOwner: Bool

        static func < (left: Merit, right: Merit) -> Bool {
            if left.explained != right.explained { return left.explained < right.explained }
            if left.free != right.free { return left.free < right.free }
            if left.height != right.height { return left.height < right.height }
            return (left.isPlain ? 1 : 0, left.hasOneOwner ? 1 : 0) < (right.isPlain ? 1 : 0, right.hasOneOwner ? 1 : 0)
        }
    }

    private func cells(of piece: UnseenPiece, in sample: UnseenFieldFinder.Sample) -> [Cell]? {
        piece.cells(width: columns, table: { sample.tables[$0] }, values: { $0.map { sample.values[$0] } })
    }

    /// - Returns: nil for a rule by which the piece was where none can be, at more than a few moments.
    private func merit(of piece: UnseenPiece) -> Merit? {
        let explained = locks.count { lock in cells(of: piece, in: samples[lock.sample])?.sorted() == lock.cells }
        guard explained * 2 >= locks.count else { return nil }
        var free = 0, height = 0, seen = 0
        // What comes after the last lock may be the end, at which pieces lie on others.
        for (index, sample) in samples[...(locks.last?.sample ?? 0)].enumerated() {
            guard let cells = cells(of: piece, in: sample) else { continue }
            seen += 1
            height += rows - (cells.first?.row ?? rows)
            if cells.allSatisfy({ $0.column >= 0 && $0.column < columns && $0.row < rows }), fillings[index].isDisjoint(with: cells) { free += 1 }
        }
        guard free * 4 >= seen * 3 else { return nil }
        guard case .variables(let column, let columnShift, let row, let rowShift) = piece.place else {
            return Merit(explained: explained, free: free, height: height, isPlain: true, hasOneOwner: true)
        }
        let owners = [column, row].map { VariablePath($0)?.keys.dropLast() }
        return Merit(
            explained: explained, free: free, height: height, isPlain: columnShift == 0 && rowShift == 0, hasOneOwner: owners[0] == owners[1])
    }
}
