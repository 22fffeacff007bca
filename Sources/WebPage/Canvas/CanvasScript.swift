import Foundation

/// A recording as lines of text from which any canvas can draw it again: a word for what is done, then its arguments.
///
///     canvas W H X Y BW BH   what follows is drawn on a bitmap of that size, shown at this place and size on the page
///     image W H … end        a picture that is made first, and drawn by the next `draw`
///     png BASE64             the same from a file
///     transform A B C D E F  · alpha N · composite NAME · line WIDTH CAP JOIN MITER · dash OFFSET N…
///     shadow X Y BLUR COLOUR · font ALIGN BASELINE DIRECTION SPACING CSS-FONT · smooth 0|1 · filter TEXT
///     fill COLOUR · stroke COLOUR · fillGradient KIND P0…P5 (OFFSET COLOUR)… · strokeGradient …
///     unclip · clip RULE PATH · path PATH · paint RULE · outline
///     rect X Y W H · frame X Y W H · clear X Y W H · text X Y MAX TEXT · textOutline X Y MAX TEXT
///     draw SX SY SW SH DX DY DW DH
///
/// Colours are `#rrggbbaa`, paths are SVG's in the bitmap's space, a `MAX` of -1 is no limit.
struct CanvasScript {
    private(set) var lines: [String] = []
    /// Numbers are cut to so much of a pixel.
    private static let precision = 100.0
    /// Pictures of pictures deeper than this are left out, and larger files too.
    private static let depthMax = 3
    private static let fileBytesMax = 100_000

    private static let composites = [
        "source-over", "source-in", "source-out", "source-atop", "destination-over", "destination-in", "destination-out",
        "destination-atop", "lighter", "copy", "xor", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn",
        "hard-light", "soft-light", "difference", "exclusion", "hue", "saturation", "color", "luminosity",
    ]
    private static let caps = ["butt", "round", "square"]
    private static let joins = ["miter", "round", "bevel"]

    mutating func add(_ recording: CanvasRecording, on surface: Surface) {
        line("canvas", Double(recording.width), Double(recording.height), surface.pageX, surface.pageY, surface.pageWidth, surface.pageHeight)
        add(commandsOf: recording, depth: 0)
    }

    private mutating func add(commandsOf recording: CanvasRecording, depth: Int) {
        var reader = CanvasCommandReader(recording.commands)
        while let command = reader.next() { add(command, recording.resources, depth) }
    }

    private mutating func add(_ command: CanvasCommand, _ resources: [CanvasResource], _ depth: Int) {
        switch command {
        case .transform(let m): line("transform", m.a, m.b, m.c, m.d, m.e, m.f, precision: 1_000_000)
        case .fillPaint(let paint): add(paint, "fill")
        case .strokePaint(let paint): add(paint, "stroke")
        case .globalAlpha(let alpha): line("alpha", alpha)
        case .composite(let index): lines.append("composite \(Self.composites.indices.contains(index) ? Self.composites[index] : "source-over")")
        case .line(let width, let cap, let join, let miter):
            lines.append("line \(Self.text(width)) \(Self.name(cap, Self.caps)) \(Self.name(join, Self.joins)) \(Self.text(miter))")
        case .lineDash(let offset, let dash): lines.append((["dash", Self.text(offset)] + dash.map { Self.text($0) }).joined(separator: " "))
        case .shadow(let x, let y, let blur, let color): lines.append("shadow \(Self.text(x)) \(Self.text(y)) \(Self.text(blur)) \(Self.text(color: color))")
        case .font(let font): add(font)
        case .smoothing(let isOn): lines.append("smooth \(isOn ? 1 : 0)")
        case .filter(let text): lines.append("filter \(Self.oneLine(text))")
        case .clipReset: lines.append("unclip")
        case .clip(let isEvenOdd, let path): lines.append("clip \(Self.rule(isEvenOdd)) \(Self.text(path))")
        case .fillRect(let x, let y, let width, let height): line("rect", x, y, width, height)
        case .strokeRect(let x, let y, let width, let height): line("frame", x, y, width, height)
        case .clearRect(let x, let y, let width, let height): line("clear", x, y, width, height)
        case .path(let path): lines.append("path \(Self.text(path))")
        case .fill(let isEvenOdd): lines.append("paint \(Self.rule(isEvenOdd))")
        case .stroke: lines.append("outline")
        case .text(let text, let x, let y, let maxWidth, let isStroke):
            lines.append("\(isStroke ? "textOutline" : "text") \(Self.text(x)) \(Self.text(y)) \(Self.text(maxWidth ?? -1)) \(Self.oneLine(text))")
        case .drawImage(let index, let source, let target):
            guard resources.indices.contains(index), add(resources[index], depth) else { return }
            line("draw", source.x, source.y, source.width, source.height, target.x, target.y, target.width, target.height)
        case .putImage(let index, let x, let y, let left, let top, let right, let bottom):
            guard resources.indices.contains(index), add(resources[index], depth) else { return }
            let (width, height) = (Double(right - left), Double(bottom - top))
            lines.append("put")
            line("draw", Double(left), Double(top), width, height, Double(x + left), Double(y + top), width, height)
        }
    }

    // MARK: Paints, fonts, pictures

    private mutating func add(_ paint: CanvasPaint, _ word: String) {
        switch paint {
        case .color(let color): lines.append("\(word) \(Self.text(color: color))")
        case .gradient(let gradient):
            let parts = ["\(word)Gradient", "\(gradient.kind)"] + gradient.parameters.map { Self.text($0) }
            lines.append((parts + gradient.stops.flatMap { [Self.text($0.offset), Self.text(color: $0.color)] }).joined(separator: " "))
        // A pattern's picture is seldom more than a texture.
        case .pattern: lines.append("\(word) #808080ff")
        }
    }

    private mutating func add(_ font: CanvasFont) {
        let style = font.isItalic ? "italic " : ""
        lines.append(
            "font \(font.align) \(font.baseline) \(font.isRightToLeft ? "rtl" : "ltr") \(Self.text(font.letterSpacing)) "
                + "\(style)\(Int(font.weight)) \(Self.text(font.size))px \"\(font.family.systemName ?? "DejaVu Sans")\"")
    }

    /// - Returns: false for a picture that is left out.
    private mutating func add(_ resource: CanvasResource, _ depth: Int) -> Bool {
        switch resource {
        case .itself:
            lines.append("itself")
        case .recording(_, let fetch):
            guard depth < Self.depthMax, let recording = fetch() else { return false }
            lines.append("image \(recording.width) \(recording.height)")
            add(commandsOf: recording, depth: depth + 1)
            lines.append("end")
        case .pixels(_, let width, let height, let data):
            guard let surface = CairoSurface(width: width, height: height) else { return false }
            surface.put(data, sourceWidth: width, x: 0, y: 0, left: 0, top: 0, right: width, bottom: height)
            return add(png: surface.png())
        case .encoded(_, let data):
            return add(png: data)
        }
        return true
    }

    private mutating func add(png data: Data) -> Bool {
        guard !data.isEmpty, data.count <= Self.fileBytesMax else { return false }
        lines.append("png \(data.base64EncodedString())")
        return true
    }

    // MARK: Texts

    private mutating func line(_ word: String, _ numbers: Double..., precision: Double = CanvasScript.precision) {
        lines.append(numbers.reduce(into: word) { $0 += " " + Self.text($1, precision: precision) })
    }

    private static func text(_ number: Double, precision: Double = CanvasScript.precision) -> String {
        let rounded = (number * precision).rounded()
        guard rounded.isFinite, abs(rounded) < 1e15 else { return "0" }
        if rounded.truncatingRemainder(dividingBy: precision) == 0 { return String(Int(rounded / precision)) }
        return "\(rounded / precision)"
    }

    private static func text(color: UInt32) -> String {
        let digits = String(color, radix: 16)
        return "#" + String(repeating: "0", count: 8 - digits.count) + digits
    }

    private static func text(_ path: UnsafeBufferPointer<Double>) -> String {
        var text = ""
        CanvasPathSegment.forEach(in: path) { segment in
            switch segment {
            case .move(let x, let y): text += "M\(Self.text(x)) \(Self.text(y))"
            case .line(let x, let y): text += "L\(Self.text(x)) \(Self.text(y))"
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                text += "C" + [x1, y1, x2, y2, x, y].map { Self.text($0) }.joined(separator: " ")
            case .close: text += "Z"
            }
        }
        return text
    }

    private static func rule(_ isEvenOdd: Bool) -> String { isEvenOdd ? "evenodd" : "nonzero" }
    private static func name(_ index: Int, _ names: [String]) -> String { names.indices.contains(index) ? names[index] : names[0] }
    private static func oneLine(_ text: String) -> String { text.map { $0.isNewline ? " " : String($0) }.joined() }
}
