/// Something that is painted on: the document, or a canvas that can be seen in it.
public struct Surface: Sendable, Equatable {
    /// 0 for the document, else the number of a canvas recording.
    public var id: Int
    /// Size in the surface's own pixels.
    public var width, height: Double
    /// Where it stands on the page, in CSS pixels.
    public var pageX, pageY, pageWidth, pageHeight: Double

    public init(id: Int, width: Double, height: Double, pageX: Double, pageY: Double, pageWidth: Double, pageHeight: Double) {
        self.id = id
        self.width = width
        self.height = height
        self.pageX = pageX
        self.pageY = pageY
        self.pageWidth = pageWidth
        self.pageHeight = pageHeight
    }

    /// Its area on the page, in square CSS pixels.
    public var area: Double { pageWidth * pageHeight }
}
