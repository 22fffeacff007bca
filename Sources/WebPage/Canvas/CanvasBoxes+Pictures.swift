import Foundation

extension CanvasBoxes {
    /// Adds what a small picture shows, as that of a block: one of a single colour looks like that colour, so that it can't be
    /// told from a ground of the same, and one of nothing hides nothing.
    mutating func addPicture(_ resource: Int, _ source: CanvasArea, onto box: CanvasRect) {
        let look = imageLook(resource, source)
        let content = contents[look] ?? content(of: resource, source)
        contents[look] = content
        switch content {
        case .nothing: break
        case .plain(let color): add(box, color, .fill)
        case .picture: add(box, look, .image)
        }
    }

    private func content(of resource: Int, _ source: CanvasArea) -> PictureContent {
        if let layer = layer(resource) { return content(of: layer, source) }
        guard let recording, recording.resources.indices.contains(resource), case .pixels(_, let width, let height, let data) = recording.resources[resource]
        else { return .picture }
        return content(ofPixels: data, width, height, source)
    }

    private func content(of layer: CanvasRecording, _ source: CanvasArea) -> PictureContent {
        var reader = CanvasBoxes(looks: looks)
        let part = CanvasRect(left: source.x, top: source.y, right: source.x + source.width, bottom: source.y + source.height)
        let boxes = Self.withoutCleared(reader.read(layer)).filter { !CanvasRect($0).intersection(part).isEmpty }
        guard !boxes.isEmpty else { return .nothing }
        guard let ground = boxes.lastIndex(where: { $0.kind == .fill && $0.alpha >= 1 && $0.covers(part) }) else { return .picture }
        let look = boxes[ground].look
        return boxes[ground...].allSatisfy { $0.look == look && [.fill, .path, .stroke].contains($0.kind) } ? .plain(look) : .picture
    }

    private func content(ofPixels data: Data, _ width: Int, _ height: Int, _ source: CanvasArea) -> PictureContent {
        let columns = max(Int(source.x), 0)..<max(min(Int((source.x + source.width).rounded(.up)), width), max(Int(source.x), 0))
        let rows = max(Int(source.y), 0)..<max(min(Int((source.y + source.height).rounded(.up)), height), max(Int(source.y), 0))
        guard !columns.isEmpty, !rows.isEmpty else { return .nothing }
        guard data.count >= width * height * 4 else { return .picture }
        func color(_ column: Int, _ row: Int) -> UInt32 {
            let at = data.startIndex + (row * width + column) * 4
            return (0..<4).reduce(0) { $0 << 8 | UInt32(data[at + $1]) }
        }
        let first = color(columns.lowerBound, rows.lowerBound)
        guard rows.allSatisfy({ row in columns.allSatisfy { color($0, row) == first } }) else { return .picture }
        return first & 0xFF == 0 ? .nothing : .plain(looks.id(ofColor: first))
    }
}

extension PaintedBox {
    /// Whether nothing of an area is seen beside the box, but for a part of a pixel.
    fileprivate func covers(_ area: CanvasRect) -> Bool {
        x <= area.left + 0.5 && y <= area.top + 0.5 && x + width >= area.right - 0.5 && y + height >= area.bottom - 0.5
    }
}
