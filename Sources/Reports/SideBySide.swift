/// Texts of several lines beside each other.
enum SideBySide {
    /// - Parameter columns: a heading and a text each; their lines are set side by side, filled up with blanks.
    static func lines(_ columns: [(heading: String, text: String)]) -> [String] {
        let blocks = columns.map { [$0.heading] + $0.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        let widths = blocks.map { $0.map(\.count).max() ?? 0 }
        let height = blocks.map(\.count).max() ?? 0
        return (0..<height).map { row in
            let cells = zip(blocks, widths).map { block, width in
                let cell = row < block.count ? block[row] : ""
                return cell + String(repeating: " ", count: width - cell.count)
            }
            return trimmed(cells.joined(separator: "    "))
        }
    }

    private static func trimmed(_ line: String) -> String {
        guard let end = line.lastIndex(where: { $0 != " " }) else { return "" }
        return String(line[...end])
    }
}
