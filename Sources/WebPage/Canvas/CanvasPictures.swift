import Foundation

/// The pixels of the pictures that recordings refer to, made when first needed and kept while they are in use.
public final class CanvasPictures {
    private var surfaces: [Int: CairoSurface] = [:]
    private var order: [Int] = []
    private var pixelCount = 0
    /// 64 MB of pixels.
    private static let pixelsMax = 16 << 20

    public init() {}

    func surface(of resource: CanvasResource) -> CairoSurface? {
        if let known = surfaces[resource.id] { return known }
        guard let made = make(resource) else { return nil }
        surfaces[resource.id] = made
        order.append(resource.id)
        pixelCount += made.width * made.height
        while pixelCount > Self.pixelsMax, order.count > 1 {
            guard let oldest = surfaces.removeValue(forKey: order.removeFirst()) else { continue }
            pixelCount -= oldest.width * oldest.height
        }
        return made
    }

    private func make(_ resource: CanvasResource) -> CairoSurface? {
        switch resource {
        case .itself: return nil
        case .recording(_, let fetch):
            guard let recording = fetch() else { return nil }
            let renderer = CanvasRenderer(pictures: self)
            renderer.render(recording)
            return renderer.surface
        case .pixels(_, let width, let height, let data): return surface(of: data, width: width, height: height)
        case .encoded(_, let data):
            if let picture = CairoSurface(png: data) { return picture }
            return GIFImage(data).flatMap { surface(of: $0.rgba, width: $0.width, height: $0.height) }
        }
    }

    private func surface(of rgba: Data, width: Int, height: Int) -> CairoSurface? {
        let surface = CairoSurface(width: width, height: height)
        surface?.put(rgba, sourceWidth: width, x: 0, y: 0, left: 0, top: 0, right: width, bottom: height)
        return surface
    }
}
