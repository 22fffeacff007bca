extension Page {
    /// The look of the plain colour that lies behind a canvas and shows where nothing is painted on it; nil for the document, and
    /// where something else lies there.
    public func backdrop(ofSurface id: Int) -> Int32? {
        guard id != 0 else { return nil }
        let boxes = boxes(ofSurface: 0)
        guard let index = boxes.firstIndex(where: { $0.kind == .canvas && canvasNumber($0) == id }) else { return nil }
        let canvas = boxes[index]
        let (x, y) = (canvas.x + canvas.width / 2, canvas.y + canvas.height / 2)
        let behind = boxes[..<index].last { box in
            box.kind == .fill && box.alpha >= 1 && x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height
        }
        guard let behind else { return nil }
        let color = looks.description(of: behind.look).prefix { $0 != " " }
        return color.hasPrefix("#") ? looks.id(of: String(color)) : nil
    }
}
