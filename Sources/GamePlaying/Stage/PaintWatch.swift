import WebPage

/// Tells whether something looks different on a page, though it may paint the same again at every frame, as most games do.
struct PaintWatch {
    /// A surface as it was seen last.
    struct SeenSurface {
        var stamp: PageStamp.SurfaceVersion
        var boxes: [PaintedBox]
    }

    /// The page that was looked at last.
    private var page: Page?
    /// What was painted on its surfaces then, in the order of the stamp.
    private(set) var surfaces: [SeenSurface] = []

    /// Takes over what is painted now.
    /// - Parameter stamp: the page's present one.
    /// - Returns: the index of the first surface that looks different; nil when all look as they did.
    mutating func firstChange(on page: Page, _ stamp: PageStamp) -> Int? {
        guard self.page === page, surfaces.count == stamp.surfaces.count,
            zip(surfaces, stamp.surfaces).allSatisfy({ $0.stamp.id == $1.id })
        else {
            self.page = page
            surfaces = stamp.surfaces.map { SeenSurface(stamp: $0, boxes: page.boxes(ofSurface: $0.id)) }
            return 0
        }
        var first: Int?
        for (index, stamp) in stamp.surfaces.enumerated() where surfaces[index].stamp != stamp {
            surfaces[index].stamp = stamp
            let boxes = page.boxes(ofSurface: stamp.id)
            guard boxes != surfaces[index].boxes else { continue }
            surfaces[index].boxes = boxes
            first = first ?? index
        }
        return first
    }
}
