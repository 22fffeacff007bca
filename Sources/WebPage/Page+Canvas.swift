import Foundation
import ScriptEngine

extension Page {
    /// Property names of the prelude's recordings, converted once.
    private enum Name {
        nonisolated(unsafe) static let width = ScriptString("width")
        nonisolated(unsafe) static let height = ScriptString("height")
        nonisolated(unsafe) static let opaque = ScriptString("opaque")
        nonisolated(unsafe) static let generation = ScriptString("generation")
        nonisolated(unsafe) static let length = ScriptString("length")
        nonisolated(unsafe) static let buffer = ScriptString("buffer")
        nonisolated(unsafe) static let resources = ScriptString("resources")
        nonisolated(unsafe) static let id = ScriptString("id")
    }

    /// The head of a canvas's recording now; nil when there is no such canvas. Not for host functions, whose script may go on drawing.
    func canvasHead(_ id: Int) -> CanvasHead? {
        guard hang == nil else { return nil }
        if let stamped = stampedHead(ofCanvas: id) { return stamped }
        let moment = moment
        if let known = canvasHeads.knownHead(ofCanvas: id, at: moment) { return known }
        guard let head = look({ canvasHeads.head(ofCanvas: id) }) else { return nil }
        canvasHeads.note(head, ofCanvas: id, at: moment)
        return head
    }

    /// What is recorded of a canvas, good until the page runs again.
    /// - Parameter withPixels: whether the pictures that are drawn on it are wanted, or only their numbers.
    func recording(_ id: Int, withPixels: Bool = false) -> CanvasRecording? {
        guard let head = canvasHeads.head(ofCanvas: id) else { return nil }
        if !withPixels, let known = readRecordings[id]?.recording(now: head) { return known }
        guard let object = try? preludeFunction("recording").call(context.value(Double(id))), object.isObject,
            let buffer = try? object.property(Name.buffer), let recording = try? recording(of: object, withPixels: withPixels)
        else { return nil }
        // Canvases that are only asked for their pixels come and go.
        if !withPixels { readRecordings[id] = ReadRecording(recording, head: head, buffer: buffer) }
        return recording
    }

    private func recording(of object: ScriptValue, withPixels: Bool) throws -> CanvasRecording? {
        let length = Int(object.number(of: Name.length))
        let resources = try object.property(Name.resources)
        let width = Int(object.number(of: Name.width)), height = Int(object.number(of: Name.height))
        let wantsPixels = withPixels || width * height <= CanvasBoxes.pixelsMax
        let count = Int(resources.number(of: Name.length))
        let pictures = try (0..<count).map { try resource(resources[$0], withPixels: wantsPixels) }
        let commands = try object.property(Name.buffer).withTypedArray(of: Double.self) {
            UnsafeBufferPointer(start: UnsafePointer($0.baseAddress), count: min(length, $0.count))
        }
        guard let commands else { return nil }
        return CanvasRecording(
            id: Int(object.number(of: Name.id)), generation: Int(object.number(of: Name.generation)),
            width: width, height: height, isOpaque: try object.property(Name.opaque).boolean, commands: commands,
            resources: pictures)
    }

    private func resource(_ object: ScriptValue, withPixels: Bool) throws -> CanvasResource {
        let id = Int(object.number(of: Name.id))
        let kind = object["kind"].description
        if kind == "recording" {
            // Canvases that draw each other make a graph, so a picture is read only when somebody looks into it.
            return .recording(id: id) { [weak self] in try? self?.recording(of: object, withPixels: withPixels) }
        }
        guard withPixels else { return .encoded(id: id, Data()) }
        switch kind {
        case "pixels":
            let bytes = object["bytes"].bytes() ?? []
            return .pixels(id: id, width: Int(object["width"].number), height: Int(object["height"].number), Data(bytes))
        case "itself":
            return .itself
        default:
            return .encoded(id: id, Data(object["bytes"].bytes() ?? []))
        }
    }

    /// The canvas's pixels as they are now; nil when there is no such canvas.
    func renderer(ofCanvas id: Int) -> CanvasRenderer? {
        guard let recording = recording(id, withPixels: true) else { return nil }
        let renderer = renderers.renderer(ofCanvas: id, pixels: recording.width * recording.height, pictures: pictures)
        renderer.render(recording)
        return renderer
    }
}
