/// Lines up to a length: a block is added whole or not at all.
struct LimitedText {
    private(set) var text = ""
    private let lengthMax: Int
    private var length = 0

    /// - Parameter lengthMax: in characters.
    init(lengthMax: Int) {
        self.lengthMax = lengthMax
    }

    /// - Returns: whether there was room.
    @discardableResult
    mutating func add(_ lines: [String]) -> Bool {
        let block = (text.isEmpty ? "" : "\n") + lines.joined(separator: "\n")
        guard length + block.count <= lengthMax else { return false }
        text += block
        length += block.count
        return true
    }
}
