extension Page {
    /// What all canvases that can be seen show now, as lines that draw it again (``CanvasScript``); empty where there is no
    /// canvas or the page stands still.
    public func canvasScript() -> [String] {
        guard hang == nil else { return [] }
        var script = CanvasScript()
        for surface in surfaces() where surface.id != 0 {
            if let recording = recording(surface.id, withPixels: true) { script.add(recording, on: surface) }
        }
        return script.lines
    }
}
