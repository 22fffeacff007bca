/// Something that is painted on: the document, or a canvas that can be seen in it.
public struct Surface: Sendable, Equatable {
    /// 0 for the document, else the number of a canvas recording.
    public var id: Int
    /// Size in the surface's own pixels.
    public var width, height: Double
    /// Where it stands on the page, in CSS pixels.
    public var pageX, pageY, pageWidth, pageHeight: Double
    /// Canvases of the same size that lie under it at the same place, from the lowest up: layers of one picture.
    public var lower: [Int] = []

    public init(id: Int, width: Double, height: Double, pageX: Double, pageY: Double, pageWidth: Double, pageHeight: Double) {
        self.id = id
        self.width = width
        self.height = height
        self.pageX = pageX
        self.pageY = pageY
        self.pageWidth = pageWidth
        self.pageHeight = pageHeight
    }

    /// Pixels by which layers may be moved against each other.
    private static let layerOffsetMax = 2.0

    /// Whether another canvas shows its picture at the same place, pixel for pixel.
    func isLayer(with other: Surface) -> Bool {
        width == other.width && height == other.height && abs(pageX - other.pageX) <= Self.layerOffsetMax
            && abs(pageY - other.pageY) <= Self.layerOffsetMax && abs(pageWidth - other.pageWidth) <= Self.layerOffsetMax
            && abs(pageHeight - other.pageHeight) <= Self.layerOffsetMax
    }

    /// Its area on the page, in square CSS pixels.
    public var area: Double { pageWidth * pageHeight }
}
