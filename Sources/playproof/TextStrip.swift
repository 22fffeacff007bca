import Traces

/// The playfields of some moments beside each other, as text.
enum TextStrip {
    private static let gap = 3
    private static let widthMin = 8

    static func text(of moments: [TraceMoments.Moment], in trace: Trace) -> String {
        let interval = trace.header.frameInterval
        let blocks = moments.map { moment -> [String] in
            let reading = trace.frame(at: Int((moment.time / interval + 1e-6).rounded(.down)))?.reading
            let picture = reading.map(ReadingPicture.text(of:)) ?? ""
            return [seconds(moment.time), moment.label] + (picture.isEmpty ? ["no playfield"] : picture.split(separator: "\n").map(String.init))
        }
        let widths = blocks.map { block in max(widthMin, block.map(\.count).max() ?? 0) }
        let height = blocks.map(\.count).max() ?? 0
        return (0..<height).map { row in
            var line = ""
            for (block, width) in zip(blocks, widths) {
                let cell = row < block.count ? block[row] : ""
                line += cell + String(repeating: " ", count: width - cell.count + gap)
            }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
