/// Reads from a recording where things are on the bitmap and what they look like, without drawing them.
public struct CanvasBoxes {
    private let recording: CanvasRecording
    private let looks: PaintedLooks
    private var state = CanvasDrawingState()
    private var clip: CanvasRect
    private var path = UnsafeBufferPointer<Double>(start: nil, count: 0)
    private var boxes: [PaintedBox] = []

    /// The boxes of everything drawn since the recording began, in the order of drawing, in pixels of the bitmap.
    public static func read(_ recording: CanvasRecording, looks: PaintedLooks) -> [PaintedBox] {
        var reading = CanvasBoxes(recording, looks)
        reading.readAll()
        return reading.boxes
    }

    private init(_ recording: CanvasRecording, _ looks: PaintedLooks) {
        self.recording = recording
        self.looks = looks
        clip = CanvasRect(left: 0, top: 0, right: Double(recording.width), bottom: Double(recording.height))
        boxes.reserveCapacity(recording.commands.count / 8)
    }

    private var bitmap: CanvasRect {
        CanvasRect(left: 0, top: 0, right: Double(recording.width), bottom: Double(recording.height))
    }

    private mutating func readAll() {
        var reader = CanvasCommandReader(recording.commands)
        while let command = reader.next() {
            if !state.apply(command) { read(command) }
        }
    }

    private mutating func read(_ command: CanvasCommand) {
        switch command {
        case .clipReset: clip = bitmap
        case .clip(_, let path): clip = clip.intersection(CanvasRect(path: path))
        case .path(let path): self.path = path
        case .fillRect(let x, let y, let width, let height):
            add(CanvasRect(x: x, y: y, width: width, height: height, through: state.matrix), look(of: state.fill), .fill, alpha: alpha(of: state.fill))
        case .strokeRect(let x, let y, let width, let height):
            let outline = CanvasRect(x: x, y: y, width: width, height: height, through: state.matrix)
            add(outline.expanded(by: halfLine), look(of: state.stroke), .stroke, alpha: alpha(of: state.stroke))
        case .clearRect(let x, let y, let width, let height):
            add(CanvasRect(x: x, y: y, width: width, height: height, through: state.matrix), looks.id(ofColor: 0), .clear, alpha: 1)
        case .fill:
            add(CanvasRect(path: path), look(of: state.fill), CanvasPathSegment.isRectangle(path) ? .fill : .path, alpha: alpha(of: state.fill))
        case .stroke: add(CanvasRect(path: path).expanded(by: halfLine), look(of: state.stroke), .stroke, alpha: alpha(of: state.stroke))
        case .text(let text, let x, let y, let maxWidth, let isStroke): addText(text, x, y, maxWidth, isStroke)
        case .drawImage(let resource, let source, let target):
            let box = CanvasRect(x: target.x, y: target.y, width: target.width, height: target.height, through: state.matrix)
            add(box, imageLook(resource, source), .image)
        case .putImage(let resource, let x, let y, let left, let top, let right, let bottom):
            let source = CanvasArea(x: Double(left), y: Double(top), width: Double(right - left), height: Double(bottom - top))
            let box = CanvasRect(left: Double(x + left), top: Double(y + top), right: Double(x + right), bottom: Double(y + bottom))
            add(box, imageLook(resource, source), .image, alpha: 1, within: bitmap)
        default: break
        }
    }

    private mutating func add(
        _ box: CanvasRect, _ look: Int32, _ kind: PaintedBox.Kind, alpha: Double? = nil, within area: CanvasRect? = nil
    ) {
        let visible = box.intersection(area ?? clip)
        guard !visible.isEmpty else { return }
        boxes.append(PaintedBox(
            x: visible.left, y: visible.top, width: visible.right - visible.left, height: visible.bottom - visible.top,
            look: look, alpha: Float(alpha ?? state.alpha), kind: kind))
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

    /// The opacity that a shape is painted with, that of its colour included.
    private func alpha(of paint: CanvasPaint) -> Double {
        guard case .color(let color) = paint else { return state.alpha }
        return state.alpha * Double(color & 0xFF) / 255
    }

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

    private func imageLook(_ resource: Int, _ source: CanvasArea) -> Int32 {
        looks.id(of: "image \(resourceID(resource)) \(source.x) \(source.y) \(source.width) \(source.height)")
    }

    private func resourceID(_ index: Int) -> Int {
        recording.resources.indices.contains(index) ? recording.resources[index].id : -1
    }
}
