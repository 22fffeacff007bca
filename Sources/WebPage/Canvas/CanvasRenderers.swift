/// The renderers of a page's canvases, as far as they were used of late: pages that make a canvas anew for every picture would fill
/// the memory with the pixels of those that they have thrown away. One that is gone is made again from the canvas's recording.
struct CanvasRenderers {
    private var renderers: [Int: (renderer: CanvasRenderer, pixels: Int)] = [:]
    /// Canvases in the order of their last use.
    private var order: [Int] = []
    private var pixelCount = 0
    /// 64 MB of pixels.
    private static let pixelsMax = 16 << 20
    private static let countMax = 256

    var count: Int { renderers.count }

    /// The renderer of a canvas, which from now on is the one used last.
    /// - Parameters:
    ///   - pixels: how many pixels the canvas has.
    ///   - pictures: what a new renderer draws pictures by.
    mutating func renderer(ofCanvas id: Int, pixels: Int, pictures: CanvasPictures) -> CanvasRenderer {
        let renderer = renderers[id]?.renderer ?? CanvasRenderer(pictures: pictures)
        if order.last != id {
            order.removeAll { $0 == id }
            order.append(id)
        }
        pixelCount += pixels - (renderers[id]?.pixels ?? 0)
        renderers[id] = (renderer, pixels)
        while pixelCount > Self.pixelsMax || order.count > Self.countMax, order.count > 1 {
            pixelCount -= renderers.removeValue(forKey: order.removeFirst())?.pixels ?? 0
        }
        return renderer
    }
}
