import CCairo
import Foundation

/// Turns a recording into pixels, going on from where it was when the recording has only grown.
public final class CanvasRenderer {
    let pictures: CanvasPictures
    private(set) var surface: CairoSurface?
    var state = CanvasDrawingState()
    private var path = UnsafeBufferPointer<Double>(start: nil, count: 0)
    private var keptPath: [Double] = []
    private var recordingID = -1
    private var generation = -1
    private var size = (width: 0, height: 0)
    private var isOpaque = false
    private var position = 0
    /// The pictures of the recording that is being drawn.
    var resources: [CanvasResource] = []

    public init(pictures: CanvasPictures) {
        self.pictures = pictures
    }

    /// Brings the pixels up to the recording's end.
    public func render(_ recording: CanvasRecording) {
        if recording.id != recordingID || recording.generation != generation || position > recording.commands.count
            || size != (recording.width, recording.height) || isOpaque != recording.isOpaque {
            start(recording)
        }
        guard surface != nil else { return }
        resources = recording.resources
        var reader = CanvasCommandReader(recording.commands, from: position)
        // The current path points into the recording while drawing and is kept as a copy in between.
        let earlierPath = keptPath
        keptPath = earlierPath.withUnsafeBufferPointer { numbers in
            path = numbers
            while let command = reader.next() {
                if !state.apply(command) { draw(command, recording) }
                position = reader.position
            }
            return Array(path)
        }
        path = UnsafeBufferPointer(start: nil, count: 0)
        resources = []
    }

    /// RGBA bytes of an area, not premultiplied.
    public func rgba(x: Int, y: Int, width: Int, height: Int) -> Data {
        surface?.rgba(x: x, y: y, width: width, height: height) ?? Data(count: max(0, width * height * 4))
    }

    /// The pixels as a PNG file; nil for an empty bitmap.
    public func png() -> Data? { surface?.png() }

    private func start(_ recording: CanvasRecording) {
        recordingID = recording.id
        generation = recording.generation
        size = (recording.width, recording.height)
        isOpaque = recording.isOpaque
        position = 0
        keptPath = []
        state = CanvasDrawingState()
        surface = CairoSurface(width: recording.width, height: recording.height, isOpaque: recording.isOpaque)
    }

    private func draw(_ command: CanvasCommand, _ recording: CanvasRecording) {
        guard let surface else { return }
        let context = surface.context
        switch command {
        case .clipReset: cairo_reset_clip(context)
        case .clip(let isEvenOdd, let path): clip(context, path, isEvenOdd)
        case .path(let path): self.path = path
        case .fillRect(let x, let y, let width, let height):
            guard state.matrix.isInvertible else { return }
            paint(state.fill, CanvasShape(.rect(x, y, width, height), state.matrix))
        case .strokeRect(let x, let y, let width, let height):
            guard state.matrix.isInvertible else { return }
            paint(state.stroke, CanvasShape(.rect(x, y, width, height), state.matrix, line: state))
        case .clearRect(let x, let y, let width, let height): clear(context, x, y, width, height)
        case .fill(let isEvenOdd): paint(state.fill, CanvasShape(.path(path, isEvenOdd: isEvenOdd), state.matrix))
        case .stroke:
            guard state.matrix.isInvertible else { return }
            paint(state.stroke, CanvasShape(.path(path, isEvenOdd: false), state.matrix, line: state))
        case .text(let text, let x, let y, let maxWidth, let isStroke):
            guard state.matrix.isInvertible else { return }
            let layout = TextLayout(text, font: state.font, maxWidth: maxWidth)
            paint(isStroke ? state.stroke : state.fill, CanvasShape(.text(layout, x, y), state.matrix, line: isStroke ? state : nil))
        case .drawImage(let resource, let source, let target):
            guard state.matrix.isInvertible, let picture = picture(resource, recording) else { return }
            drawImage(picture, source, target)
        case .putImage(let resource, let x, let y, let left, let top, let right, let bottom):
            guard recording.resources.indices.contains(resource),
                case .pixels(_, let width, _, let data) = recording.resources[resource]
            else { return }
            surface.put(data, sourceWidth: width, x: x, y: y, left: left, top: top, right: right, bottom: bottom)
        default: break
        }
    }

    /// A canvas that is drawn onto itself is what has been drawn up to here.
    private func picture(_ index: Int, _ recording: CanvasRecording) -> CairoSurface? {
        guard recording.resources.indices.contains(index) else { return nil }
        if case .itself = recording.resources[index] { return surface?.copy() }
        return pictures.surface(of: recording.resources[index])
    }

    /// The picture of a resource that a pattern names.
    func patternPicture(_ index: Int) -> CairoSurface? {
        resources.indices.contains(index) ? pictures.surface(of: resources[index]) : nil
    }

    private func clip(_ context: OpaquePointer, _ path: UnsafeBufferPointer<Double>, _ isEvenOdd: Bool) {
        cairo_identity_matrix(context)
        cairo_new_path(context)
        CanvasShape(.path(path, isEvenOdd: isEvenOdd), .identity).appendPath(to: context)
        cairo_set_fill_rule(context, isEvenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
        cairo_clip(context)
        cairo_new_path(context)
    }

    private func clear(_ context: OpaquePointer, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        guard state.matrix.isInvertible else { return }
        cairo_save(context)
        cairo_set_operator(context, CAIRO_OPERATOR_CLEAR)
        CanvasShape(.rect(x, y, width, height), state.matrix).appendPath(to: context)
        cairo_fill(context)
        cairo_restore(context)
    }
}
