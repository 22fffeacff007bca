/// The blend modes that mix a colour's hue, saturation and luminosity: https://drafts.fxtf.org/compositing/#blendingnonseparable.
/// Those of Cairo give other colours where what is drawn isn't opaque.
enum NonSeparableBlend: Int {
    /// By their places among `CanvasComposites` in `canvas-commands.js`.
    case hue = 22, saturation, color, luminosity

    /// nil for operations that are none of these.
    init?(composite: Int) { self.init(rawValue: composite) }

    /// Mixes a layer's pixels into a backdrop of the same size.
    func mix(_ layer: CairoSurface, into backdrop: CairoSurface) {
        layer.withPixels { sources, sourceStride in
            backdrop.withPixels { targets, targetStride in
                for y in 0..<backdrop.height {
                    for x in 0..<backdrop.width where sources[y * sourceStride + x] != 0 {
                        let index = y * targetStride + x
                        targets[index] = mixed(sources[y * sourceStride + x], targets[index])
                    }
                }
            }
        }
    }

    /// One premultiplied pixel over another.
    private func mixed(_ source: UInt32, _ backdrop: UInt32) -> UInt32 {
        let (s, b) = (Self.parts(source), Self.parts(backdrop))
        let (sourceAlpha, backdropAlpha) = (s.w, b.w)
        let blended = backdropAlpha == 0 ? SIMD3() : blend(Self.color(b) / backdropAlpha, Self.color(s) / sourceAlpha)
        let color = Self.color(s) * (1 - backdropAlpha) + Self.color(b) * (1 - sourceAlpha) + blended * (sourceAlpha * backdropAlpha)
        let alpha = sourceAlpha + backdropAlpha * (1 - sourceAlpha)
        func byte(_ part: Double) -> UInt32 { UInt32((min(max(part, 0), alpha) * 255).rounded()) }
        return byte(alpha) << 24 | byte(color.x) << 16 | byte(color.y) << 8 | byte(color.z)
    }

    private static func parts(_ pixel: UInt32) -> SIMD4<Double> {
        SIMD4(Double(pixel >> 16 & 255), Double(pixel >> 8 & 255), Double(pixel & 255), Double(pixel >> 24)) / 255
    }

    private static func color(_ parts: SIMD4<Double>) -> SIMD3<Double> { SIMD3(parts.x, parts.y, parts.z) }

    private func blend(_ backdrop: SIMD3<Double>, _ source: SIMD3<Double>) -> SIMD3<Double> {
        let luminosity = Self.luminosity(self == .luminosity ? source : backdrop)
        let tint = switch self {
        case .hue: Self.saturated(source, to: backdrop.max() - backdrop.min())
        case .saturation: Self.saturated(backdrop, to: source.max() - source.min())
        case .color: source
        case .luminosity: backdrop
        }
        return Self.lit(tint, to: luminosity)
    }

    private static func luminosity(_ color: SIMD3<Double>) -> Double { (color * SIMD3(0.3, 0.59, 0.11)).sum() }

    /// The colour with another luminosity, clipped towards grey where it would leave what can be shown.
    private static func lit(_ color: SIMD3<Double>, to luminosity: Double) -> SIMD3<Double> {
        let moved = color + (luminosity - Self.luminosity(color))
        let (low, high) = (moved.min(), moved.max())
        if low < 0 { return luminosity + (moved - luminosity) * (luminosity / (luminosity - low)) }
        if high > 1 { return luminosity + (moved - luminosity) * ((1 - luminosity) / (high - luminosity)) }
        return moved
    }

    private static func saturated(_ color: SIMD3<Double>, to saturation: Double) -> SIMD3<Double> {
        let range = color.max() - color.min()
        return range > 0 ? (color - color.min()) * (saturation / range) : SIMD3()
    }
}
