import CCairo
import Foundation

/// A bitmap of premultiplied ARGB pixels in memory, and its drawing context.
final class CairoSurface {
    let width: Int
    let height: Int
    let pointer: OpaquePointer
    let context: OpaquePointer

    /// Larger bitmaps are refused, as browsers do.
    static let pixelsMax = 268_435_456

    /// A transparent bitmap (black, if opaque); nil for sizes that can't be had.
    init?(width: Int, height: Int, isOpaque: Bool = false) {
        guard width > 0, height > 0, width <= 32767, height <= 32767, width * height <= Self.pixelsMax,
            let surface = cairo_image_surface_create(isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)),
            cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
        else { return nil }
        self.width = width
        self.height = height
        pointer = surface
        context = cairo_create(surface)
    }

    /// The picture of a PNG file; nil when it isn't one.
    convenience init?(png: Data) {
        var source = PNGSource(data: png)
        let decoded = withUnsafeMutablePointer(to: &source) { pointer in
            cairo_image_surface_create_from_png_stream({ closure, target, count in
                guard let source = closure?.assumingMemoryBound(to: PNGSource.self), let target else { return CAIRO_STATUS_READ_ERROR }
                return source.pointee.read(into: target, count: Int(count)) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR
            }, pointer)
        }
        guard let decoded else { return nil }
        defer { cairo_surface_destroy(decoded) }
        guard cairo_surface_status(decoded) == CAIRO_STATUS_SUCCESS else { return nil }
        self.init(width: Int(cairo_image_surface_get_width(decoded)), height: Int(cairo_image_surface_get_height(decoded)))
        cairo_set_source_surface(context, decoded, 0, 0)
        cairo_paint(context)
        cairo_set_source_rgba(context, 0, 0, 0, 0)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(pointer)
    }

    /// Calls `body` with the pixels, row by row `stride` apart, each 0xAARRGGBB; what it writes is drawn.
    func withPixels<Result>(_ body: (_ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int) -> Result) -> Result {
        cairo_surface_flush(pointer)
        defer { cairo_surface_mark_dirty(pointer) }
        let stride = Int(cairo_image_surface_get_stride(pointer)) / 4
        return cairo_image_surface_get_data(pointer).withMemoryRebound(to: UInt32.self, capacity: stride * height) { body($0, stride) }
    }

    func copy() -> CairoSurface? {
        guard let copy = CairoSurface(width: width, height: height) else { return nil }
        copy.lay(self, CAIRO_OPERATOR_SOURCE)
        return copy
    }

    /// Composes another bitmap with this one, corner on corner and pixel by pixel.
    func lay(_ other: CairoSurface, _ operation: cairo_operator_t) {
        cairo_save(context)
        cairo_identity_matrix(context)
        cairo_set_operator(context, operation)
        cairo_set_source_surface(context, other.pointer, 0, 0)
        cairo_paint(context)
        cairo_restore(context)
    }

    /// Multiplies all pixels by `alpha`.
    func fade(to alpha: Double) {
        guard alpha < 1 else { return }
        cairo_save(context)
        cairo_identity_matrix(context)
        cairo_set_operator(context, CAIRO_OPERATOR_DEST_IN)
        cairo_set_source_rgba(context, 0, 0, 0, alpha)
        cairo_paint(context)
        cairo_restore(context)
    }

    /// The bitmap as a PNG file.
    func png() -> Data {
        var data = Data()
        withUnsafeMutablePointer(to: &data) { pointer in
            _ = cairo_surface_write_to_png_stream(self.pointer, { closure, bytes, count in
                guard let data = closure?.assumingMemoryBound(to: Data.self), let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                data.pointee.append(bytes, count: Int(count))
                return CAIRO_STATUS_SUCCESS
            }, pointer)
        }
        return data
    }

    /// RGBA bytes of an area, not premultiplied; what lies outside of the bitmap is transparent.
    func rgba(x: Int, y: Int, width: Int, height: Int) -> Data {
        var data = Data(count: width * height * 4)
        let isOpaque = cairo_image_surface_get_format(pointer) == CAIRO_FORMAT_RGB24
        data.withUnsafeMutableBytes { (target: UnsafeMutableRawBufferPointer) in
            withPixels { pixels, stride in
                for row in max(0, -y)..<max(max(0, -y), min(height, self.height - y)) {
                    for column in max(0, -x)..<max(max(0, -x), min(width, self.width - x)) {
                        let pixel = pixels[(y + row) * stride + x + column] | (isOpaque ? 0xFF00_0000 : 0)
                        let offset = (row * width + column) * 4
                        let alpha = pixel >> 24
                        guard alpha != 0 else { continue }
                        let half = alpha / 2
                        let scale: (UInt32) -> UInt8 = { alpha == 255 ? UInt8($0) : UInt8(min(255, ($0 * 255 + half) / alpha)) }
                        target[offset] = scale(pixel >> 16 & 255)
                        target[offset + 1] = scale(pixel >> 8 & 255)
                        target[offset + 2] = scale(pixel & 255)
                        target[offset + 3] = UInt8(alpha)
                    }
                }
            }
        }
        return data
    }

    /// Replaces an area by RGBA bytes of a picture `sourceWidth` wide.
    func put(_ rgba: Data, sourceWidth: Int, x: Int, y: Int, left: Int, top: Int, right: Int, bottom: Int) {
        rgba.withUnsafeBytes { (source: UnsafeRawBufferPointer) in
            withPixels { pixels, stride in
                let rows = max(top, -y)..<max(max(top, -y), min(bottom, height - y))
                let columns = max(left, -x)..<max(max(left, -x), min(right, width - x))
                for row in rows {
                    for column in columns {
                        let offset = (row * sourceWidth + column) * 4
                        guard offset >= 0, offset + 3 < source.count else { return }
                        let alpha = UInt32(source[offset + 3])
                        let scale: (UInt8) -> UInt32 = { (UInt32($0) * alpha + 127) / 255 }
                        pixels[(y + row) * stride + x + column] = alpha << 24 | scale(source[offset]) << 16
                            | scale(source[offset + 1]) << 8 | scale(source[offset + 2])
                    }
                }
            }
        }
    }
}

/// Where Cairo's PNG reader has got to.
private struct PNGSource {
    var data: Data
    var position = 0

    mutating func read(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Bool {
        guard position + count <= data.count else { return false }
        let start = data.startIndex + position
        data.copyBytes(to: target, from: start..<start + count)
        position += count
        return true
    }
}
