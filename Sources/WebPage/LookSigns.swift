import ScriptEngine

/// What tells without a call whether there may be anything new to see: the numbers of the prelude's `LookSigns`.
struct LookSigns {
    private let cells: SharedNumbers?
    private static let document = 0, version = 1, stamp = 2

    /// - Parameter cells: the prelude's `lookCells`; before there is a page, anything else.
    init(_ cells: ScriptValue) {
        let numbers = SharedNumbers(cells)
        self.cells = numbers.count > Self.stamp ? numbers : nil
    }

    /// The version of the document's painting; nil where it may look otherwise by now. Animations are another matter.
    var documentVersion: Double? {
        guard let cells, cells[Self.document] == 0 else { return nil }
        return cells[Self.version]
    }

    /// Whether a stamp would tell what the last one told, but for what has been drawn on canvases and for animations.
    var keepsStamp: Bool {
        guard let cells else { return false }
        return cells[Self.document] == 0 && cells[Self.stamp] == 0
    }
}
