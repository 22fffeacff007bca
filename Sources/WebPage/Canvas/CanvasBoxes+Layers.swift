extension CanvasBoxes {
    /// Adds what a canvas shows that is drawn onto a large part of this one: games paint a frame out of sight, or in layers,
    /// and put the whole on the screen. A small one is a picture of something, as of a block.
    /// - Returns: false where the picture is small, or no canvas.
    mutating func addLayer(_ resource: Int, _ source: CanvasArea, _ target: CanvasArea, onto box: CanvasRect) -> Bool {
        guard isLarge(box), source.width > 0, source.height > 0, let layer = layer(resource) else { return false }
        var reader = CanvasBoxes(looks: looks)
        let scale = (x: target.width / source.width, y: target.height / source.height)
        for part in Self.withoutCleared(reader.read(layer)) {
            let placed = CanvasRect(
                x: target.x + (part.x - source.x) * scale.x, y: target.y + (part.y - source.y) * scale.y, width: part.width * scale.x,
                height: part.height * scale.y, through: state.matrix)
            append(placed.intersection(box), part)
        }
        return true
    }

    func layer(_ resource: Int) -> CanvasRecording? {
        guard let recording, recording.resources.indices.contains(resource), case .recording(_, let fetch) = recording.resources[resource]
        else { return nil }
        return fetch()
    }

    /// Where a layer was cleared, what is below it shows: neither what was cleared away counts, nor the clearing.
    static func withoutCleared(_ boxes: [PaintedBox]) -> [PaintedBox] {
        guard boxes.contains(where: { $0.kind == .clear }) else { return boxes }
        var kept: [PaintedBox] = []
        for box in boxes {
            guard box.kind == .clear else {
                kept.append(box)
                continue
            }
            kept.removeAll { holds(CanvasRect(box), $0) }
        }
        return kept
    }
}
