/// Pictures of some moments beside each other, each with its caption.
public struct FilmStrip {
    public struct Moment {
        public var picture: Picture
        /// Lines under the picture, the first stronger than the others.
        public var caption: [String]

        public init(picture: Picture, caption: [String]) {
            self.picture = picture
            self.caption = caption
        }
    }

    /// Height of each picture, and the space around it.
    private let height: Double
    private let gap = 12.0
    private let lineHeight = 16.0
    private let widthMin = 96.0
    private static let ground: UInt32 = 0xF4F6F8
    private static let strong: UInt32 = 0x1A1F26
    private static let faint: UInt32 = 0x5A6572

    public init(height: Double) {
        self.height = height
    }

    /// - Returns: nil without a moment, or when the strip would be too wide.
    public func picture(of moments: [Moment]) -> Picture? {
        guard !moments.isEmpty else { return nil }
        let widths = moments.map { max(widthMin, (height * Double($0.picture.width) / Double($0.picture.height)).rounded()) }
        let captionHeight = Double(moments.map(\.caption.count).max() ?? 0) * lineHeight
        let width = widths.reduce(gap) { $0 + $1 + gap }
        guard let strip = Picture(width: Int(width), height: Int(height + captionHeight + 2.5 * gap), ground: Self.ground) else { return nil }
        var x = gap
        for (moment, width) in zip(moments, widths) {
            let drawn = height * Double(moment.picture.width) / Double(moment.picture.height)
            strip.draw(moment.picture, x: x + (width - drawn) / 2, y: gap, width: drawn, height: height)
            for (line, text) in moment.caption.enumerated() {
                let baseline = gap * 1.5 + height + Double(line + 1) * lineHeight - 4
                strip.write(text, x: x, y: baseline, size: 12, colour: line == 0 ? Self.strong : Self.faint, widthMax: width)
            }
            x += width + gap
        }
        return strip
    }
}
