import Foundation

/// Reads from a recording where things are on the bitmap and what they look like, without drawing them.
///
/// One reader follows one canvas: it goes on where it was for as long as the recording only grows.
public struct CanvasBoxes {
    let looks: PaintedLooks
    private(set) var recording: CanvasRecording?
    private var position = 0
    private(set) var state = CanvasDrawingState()
    private var clip = CanvasRect(left: 0, top: 0, right: 0, bottom: 0)
    private var pathBox = CanvasRect(left: 0, top: 0, right: 0, bottom: 0)
    private var pathIsRectangle = false
    /// The bounds of its parts, if they lie side by side.
    private var pathParts: [CanvasRect] = []
    private var boxes: [PaintedBox] = []
    /// What a whole recording was that was read in one go; empty after one that was read in parts.
    private var picture: (commands: [Double], resources: [Int]) = ([], [])
    /// What pictures come to that were drawn, by their looks.
    var contents: [Int32: PictureContent] = [:]
    /// The generation that begins with the pixels of the boxes that are known.
    private var keptGeneration: Int?

    public init(looks: PaintedLooks) {
        self.looks = looks
    }

    /// The boxes of everything that can be seen of what was drawn, in the order of drawing, in pixels of the bitmap.
    public mutating func read(_ recording: CanvasRecording) -> [PaintedBox] {
        let isContinued = self.recording.map {
            $0.generation == recording.generation && $0.width == recording.width && $0.height == recording.height
                && position <= recording.commands.count
        } ?? false
        if isContinued, position == recording.commands.count { return boxes }
        let isRepeated = !isContinued && isSamePicture(recording)
        self.recording = recording
        defer { self.recording?.commands = UnsafeBufferPointer(start: nil, count: 0) }
        if isRepeated { return boxes }
        let isKept = !isContinued && recording.generation == keptGeneration
        picture = isContinued || isKept ? ([], []) : (Array(recording.commands), recording.resources.map(\.id))
        if !isContinued { start(keepingBoxes: isKept) }
        var reader = CanvasCommandReader(recording.commands, from: position)
        if isKept, reader.next() != nil { position = reader.position }
        while let command = reader.next() {
            if !state.apply(command) { read(command) }
            position = reader.position
        }
        dropFadedPast()
        if boxes.count > Self.boxesBeforeTidying { dropRepainted() }
        return boxes
    }

    /// Whether a recording that has started over draws what the one before drew, as games do that paint every frame anew.
    private func isSamePicture(_ recording: CanvasRecording) -> Bool {
        guard let last = self.recording, !picture.commands.isEmpty, picture.commands.count == recording.commands.count,
            last.width == recording.width, last.height == recording.height, picture.resources == recording.resources.map(\.id)
        else { return false }
        return picture.commands.withUnsafeBytes { memcmp($0.baseAddress!, recording.commands.baseAddress!, $0.count) == 0 }
    }

    /// Reads a recording whose next generation begins with the pixels that it comes to: they are what is known then, in
    /// boxes, and not one picture in which nothing could be told apart.
    mutating func keep(_ recording: CanvasRecording) {
        _ = read(recording)
        dropRepainted()
        keptGeneration = boxes.count <= Self.boxesBeforeTidying ? recording.generation + 1 : nil
    }

    private mutating func start(keepingBoxes: Bool) {
        position = 0
        state = CanvasDrawingState()
        clip = bitmap
        if !keepingBoxes { boxes.removeAll(keepingCapacity: true) }
    }

    private var bitmap: CanvasRect {
        CanvasRect(left: 0, top: 0, right: Double(recording?.width ?? 0), bottom: Double(recording?.height ?? 0))
    }

    /// Games that paint only what changes paint the same places again and again.
    private static let boxesBeforeTidying = 4096

    /// Keeps of boxes of one place only those from the last opaque one on, and of lines and texts that are drawn again
    /// over themselves the last.
    private mutating func dropRepainted() {
        var seen: Set<PaintedBox> = []
        let kept = boxes.reversed().filter { box in
            var place = box
            (place.look, place.alpha, place.kind) = (0, 0, .fill)
            if seen.contains(place) || seen.contains(box) { return false }
            if box.alpha >= 1 { seen.insert(box.kind == .fill || box.kind == .clear || box.kind == .image ? place : box) }
            return true
        }
        boxes = kept.reversed()
    }

    private mutating func read(_ command: CanvasCommand) {
        switch command {
        case .clipReset: clip = bitmap
        case .clip(_, let path): clip = clip.intersection(CanvasRect(path: path))
        case .path(let path):
            pathBox = CanvasRect(path: path)
            pathIsRectangle = CanvasPathSegment.isRectangle(path)
            pathParts = CanvasRect.parts(ofPath: path)
        case .fillRect(let x, let y, let width, let height):
            add(CanvasRect(x: x, y: y, width: width, height: height, through: state.matrix), look(of: state.fill), .fill)
        case .strokeRect(let x, let y, let width, let height):
            let outline = CanvasRect(x: x, y: y, width: width, height: height, through: state.matrix)
            add(outline.expanded(by: halfLine), look(of: state.stroke), .stroke, alpha: strokeAlpha)
        case .clearRect(let x, let y, let width, let height):
            add(CanvasRect(x: x, y: y, width: width, height: height, through: state.matrix), looks.id(ofColor: 0), .clear, alpha: 1)
        case .fill:
            addFilledPath()
        case .stroke: add(pathBox.expanded(by: halfLine), look(of: state.stroke), .stroke, alpha: strokeAlpha)
        case .text(let text, let x, let y, let maxWidth, let isStroke): addText(text, x, y, maxWidth, isStroke)
        case .drawImage(let resource, let source, let target):
            let box = CanvasRect(x: target.x, y: target.y, width: target.width, height: target.height, through: state.matrix)
            if !addLayer(resource, source, target, onto: box) { addPicture(resource, source, onto: box) }
        case .putImage(let resource, let x, let y, let left, let top, let right, let bottom):
            if addPixels(of: resource, x, y, columns: left..<max(left, right), rows: top..<max(top, bottom)) { return }
            let source = CanvasArea(x: Double(left), y: Double(top), width: Double(right - left), height: Double(bottom - top))
            let box = CanvasRect(left: Double(x + left), top: Double(y + top), right: Double(x + right), bottom: Double(y + bottom))
            add(box, imageLook(resource, source), .image, alpha: 1, within: bitmap)
        default: break
        }
    }

    mutating func add(
        _ box: CanvasRect, _ look: Int32, _ kind: PaintedBox.Kind, alpha: Double? = nil, within area: CanvasRect? = nil
    ) {
        let visible = box.intersection(area ?? clip)
        guard !visible.isEmpty else { return }
        if covers(visible, kind, alpha ?? state.alpha, look) { boxes.removeAll { Self.holds(visible, $0) } }
        boxes.append(PaintedBox(
            x: visible.left, y: visible.top, width: visible.right - visible.left, height: visible.bottom - visible.top,
            look: look, alpha: Float(alpha ?? state.alpha) * (kind == .clear ? 1 : looks.opacity(of: look)), kind: kind))
    }

    /// Many things drawn as one path are seen as many.
    private mutating func addFilledPath() {
        let look = look(of: state.fill)
        guard pathParts.count > 1 else { return add(pathBox, look, pathIsRectangle ? .fill : .path) }
        for part in pathParts { add(part, look, .path) }
    }

    /// A bitmap of so few pixels is a picture whose pixels count one by one, enlarged by its style.
    static let pixelsMax = 4096

    /// Adds the pixels of an image that is put on a small bitmap, each as a box.
    private mutating func addPixels(of resource: Int, _ x: Int, _ y: Int, columns: Range<Int>, rows: Range<Int>) -> Bool {
        guard let recording, recording.width * recording.height <= Self.pixelsMax, recording.resources.indices.contains(resource),
            case .pixels(_, let width, let height, let data) = recording.resources[resource], data.count >= width * height * 4
        else { return false }
        for row in rows.clamped(to: 0..<height) {
            for column in columns.clamped(to: 0..<width) {
                let at = data.startIndex + (row * width + column) * 4
                let color = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(data[at + $1]) }
                let left = Double(x + column), top = Double(y + row)
                let box = CanvasRect(left: left, top: top, right: left + 1, bottom: top + 1)
                add(box, looks.id(ofColor: color), color & 0xFF == 0 ? .clear : .fill, alpha: 1, within: bitmap)
            }
        }
        return true
    }

    /// A large part of the bitmap, so that it pays to look for what it hides.
    private static let largePart = 0.2

    /// Whether nothing of what lies under a box can be seen any more, and the box is large.
    private func covers(_ box: CanvasRect, _ kind: PaintedBox.Kind, _ alpha: Double, _ look: Int32) -> Bool {
        isLarge(box) && (kind == .clear || (kind == .fill && alpha >= 1 && looks.opacity(of: look) >= 1))
    }

    /// Whether a box takes up a large part of the bitmap.
    func isLarge(_ box: CanvasRect) -> Bool {
        (box.right - box.left) * (box.bottom - box.top) >= Self.largePart * bitmap.right * bitmap.bottom
    }

    /// Adds a box of a layer at its place, as far as the clip lets it be seen.
    mutating func append(_ place: CanvasRect, _ part: PaintedBox) {
        let visible = place.intersection(clip)
        guard !visible.isEmpty else { return }
        var box = part
        (box.x, box.y, box.width, box.height) = (visible.left, visible.top, visible.right - visible.left, visible.bottom - visible.top)
        box.alpha *= Float(state.alpha)
        if box.kind == .fill, box.alpha >= 1, isLarge(visible) { boxes.removeAll { Self.holds(visible, $0) } }
        boxes.append(box)
    }

    /// Games that leave trails wipe each frame with a half transparent colour: what was drawn before the last wipe fades
    /// and doesn't count. A veil that is laid over a finished picture is no wipe: nothing but text follows it.
    private mutating func dropFadedPast() {
        guard let lastDrawn = boxes.lastIndex(where: { $0.kind != .text }) else { return }
        let wipe = boxes[..<lastDrawn].lastIndex { box in
            box.kind == .fill && box.alpha >= Self.wipeAlphaMin && box.alpha < 1
                && box.width >= bitmap.right - 2 && box.height >= bitmap.bottom - 2
        }
        guard let wipe else { return }
        boxes.removeFirst(wipe)
        boxes[0].alpha = 1
    }

    /// Fainter fills are tints.
    private static let wipeAlphaMin: Float = 0.2

    static func holds(_ cover: CanvasRect, _ box: PaintedBox) -> Bool {
        box.x >= cover.left - 1 && box.y >= cover.top - 1 && box.x + box.width <= cover.right + 1 && box.y + box.height <= cover.bottom + 1
    }

    private mutating func addText(_ text: String, _ x: Double, _ y: Double, _ maxWidth: Double?, _ isStroke: Bool) {
        let layout = TextLayout(text, font: state.font, maxWidth: maxWidth)
        let box = CanvasRect(
            x: x + layout.left, y: y + layout.baseline - layout.ascent,
            width: layout.width, height: layout.ascent + layout.descent, through: state.matrix)
        let paint = isStroke ? state.stroke : state.fill
        let color = looks.description(of: look(of: paint))
        add(box, looks.id(of: "text \(color) \(state.font.size) \(Int(state.font.weight)) \(text)"), .text)
    }

    /// Half the width that a line has on the bitmap.
    private var halfLine: Double {
        let matrix = state.matrix
        return state.lineWidth / 2 * abs(matrix.a * matrix.d - matrix.b * matrix.c).squareRoot()
    }

    /// A line that is thinner than a pixel is as faint as the part of the pixel that it covers.
    private var strokeAlpha: Double { state.alpha * min(1, 2 * halfLine) }

    private func look(of paint: CanvasPaint) -> Int32 {
        switch paint {
        case .color(let color): return looks.id(ofColor: color)
        case .gradient(let gradient):
            let stops = gradient.stops.map { "\($0.offset) \(String($0.color, radix: 16))" }.joined(separator: ", ")
            return looks.id(of: "gradient \(gradient.kind) \(stops)")
        case .pattern(let resource, let repetition, _):
            return looks.id(of: "pattern \(resourceID(resource)) \(repetition)")
        }
    }

    func imageLook(_ resource: Int, _ source: CanvasArea) -> Int32 {
        looks.id(of: "image \(resourceID(resource)) \(source.x) \(source.y) \(source.width) \(source.height)")
    }

    private func resourceID(_ index: Int) -> Int {
        recording.map { $0.resources.indices.contains(index) ? $0.resources[index].id : -1 } ?? -1
    }
}
