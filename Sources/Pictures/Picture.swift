import CCairo
import Foundation

/// A bitmap of opaque pixels.
public final class Picture {
    public let width: Int
    public let height: Int
    let surface: OpaquePointer
    let context: OpaquePointer
    private static let sideMax = 16_384

    /// A picture in one colour; nil for a size that can't be had.
    /// - Parameter ground: 0xRRGGBB.
    public init?(width: Int, height: Int, ground: UInt32 = 0xFFFFFF) {
        guard (1...Self.sideMax).contains(width), (1...Self.sideMax).contains(height),
            let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
            cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
        else { return nil }
        self.width = width
        self.height = height
        self.surface = surface
        context = cairo_create(surface)
        setSource(ground)
        cairo_paint(context)
    }

    /// The picture of a PNG file, what is transparent in it on white; nil when it isn't one.
    public convenience init?(png: Data) {
        var rest = png[...]
        let decoded = withUnsafeMutablePointer(to: &rest) { pointer in
            cairo_image_surface_create_from_png_stream({ closure, target, count in
                guard let rest = closure?.assumingMemoryBound(to: Data.SubSequence.self), let target, rest.pointee.count >= Int(count) else {
                    return CAIRO_STATUS_READ_ERROR
                }
                rest.pointee.prefix(Int(count)).copyBytes(to: target, count: Int(count))
                rest.pointee.removeFirst(Int(count))
                return CAIRO_STATUS_SUCCESS
            }, pointer)
        }
        guard let decoded else { return nil }
        defer { cairo_surface_destroy(decoded) }
        guard cairo_surface_status(decoded) == CAIRO_STATUS_SUCCESS else { return nil }
        self.init(width: Int(cairo_image_surface_get_width(decoded)), height: Int(cairo_image_surface_get_height(decoded)))
        cairo_set_source_surface(context, decoded, 0, 0)
        cairo_paint(context)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Draws another picture into a rectangle of this one.
    public func draw(_ picture: Picture, x: Double, y: Double, width: Double, height: Double) {
        cairo_save(context)
        cairo_translate(context, x, y)
        cairo_scale(context, width / Double(picture.width), height / Double(picture.height))
        cairo_set_source_surface(context, picture.surface, 0, 0)
        cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
        cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
        cairo_rectangle(context, 0, 0, Double(picture.width), Double(picture.height))
        cairo_fill(context)
        cairo_restore(context)
    }

    /// Fills a rectangle.
    public func fill(_ colour: UInt32, x: Double, y: Double, width: Double, height: Double) {
        setSource(colour)
        cairo_rectangle(context, x, y, width, height)
        cairo_fill(context)
    }

    /// Writes a line of text, cut off with dots where it is wider than it may be.
    /// - Parameter y: the baseline.
    public func write(_ text: String, x: Double, y: Double, size: Double, colour: UInt32 = 0, widthMax: Double = .infinity) {
        cairo_select_font_face(context, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
        cairo_set_font_size(context, size)
        var shown = text
        while width(of: shown) > widthMax, shown.count > 1 { shown = shown.dropLast(shown.hasSuffix("…") ? 2 : 1) + "…" }
        setSource(colour)
        cairo_move_to(context, x, y)
        cairo_show_text(context, shown)
    }

    private func width(of text: String) -> Double {
        var extents = cairo_text_extents_t()
        cairo_text_extents(context, text, &extents)
        return extents.x_advance
    }

    private func setSource(_ colour: UInt32) {
        func part(_ shift: UInt32) -> Double { Double(colour >> shift & 255) / 255 }
        cairo_set_source_rgb(context, part(16), part(8), part(0))
    }

    /// The picture at another size.
    public func scaled(toWidth newWidth: Int, height newHeight: Int) -> Picture? {
        let scaled = Picture(width: newWidth, height: newHeight)
        scaled?.draw(self, x: 0, y: 0, width: Double(newWidth), height: Double(newHeight))
        return scaled
    }

    /// The pixels, row by row, each 0xRRGGBB.
    public func pixels() -> [UInt32] {
        cairo_surface_flush(surface)
        let stride = Int(cairo_image_surface_get_stride(surface)) / 4
        return cairo_image_surface_get_data(surface).withMemoryRebound(to: UInt32.self, capacity: stride * height) { data in
            var pixels: [UInt32] = []
            pixels.reserveCapacity(width * height)
            for row in 0..<height {
                for column in 0..<width { pixels.append(data[row * stride + column] & 0xFFFFFF) }
            }
            return pixels
        }
    }

    /// As a PNG file.
    public func png() -> Data {
        var data = Data()
        withUnsafeMutablePointer(to: &data) { pointer in
            _ = cairo_surface_write_to_png_stream(surface, { closure, bytes, count in
                guard let data = closure?.assumingMemoryBound(to: Data.self), let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                data.pointee.append(bytes, count: Int(count))
                return CAIRO_STATUS_SUCCESS
            }, pointer)
        }
        return data
    }
}
