import WebPage

/// Tells whether something looks different on a page, though it may paint the same again at every frame, as most games do.
struct PaintWatch {
    /// The page that was looked at last.
    private var page: Page?
    /// Its surfaces then.
    private var stamps: [PageStamp.SurfaceVersion] = []
    /// What was painted on each of them, in the order of the stamp.
    private(set) var surfaces: [[PaintedBox]] = []

    /// Takes over what is painted now.
    /// - Parameter stamp: the page's present one.
    /// - Returns: the index of the first surface that looks different; nil when all look as they did.
    mutating func firstChange(on page: Page, _ stamp: PageStamp) -> Int? {
        guard self.page === page, stamps.count == stamp.surfaces.count else { return start(on: page, stamp) }
        // As cheap as a question can be while nothing is painted: the page gives the same array.
        guard stamps != stamp.surfaces else { return nil }
        guard zip(stamps, stamp.surfaces).allSatisfy({ $0.id == $1.id }) else { return start(on: page, stamp) }
        var first: Int?
        for (index, surface) in stamp.surfaces.enumerated() where stamps[index] != surface {
            let boxes = page.boxes(ofSurface: surface.id)
            guard boxes != surfaces[index] else { continue }
            surfaces[index] = boxes
            first = first ?? index
        }
        stamps = stamp.surfaces
        return first
    }

    private mutating func start(on page: Page, _ stamp: PageStamp) -> Int {
        self.page = page
        stamps = stamp.surfaces
        surfaces = stamps.map { page.boxes(ofSurface: $0.id) }
        return 0
    }
}
