import CCairo
import Foundation

/// Conic gradients, which Cairo doesn't have: each pixel's colour from its angle.
enum ConicGradient {
    /// A bitmap filled with the gradient; `inverse` takes pixels to the gradient's space.
    static func surface(_ gradient: CanvasGradient, width: Int, height: Int, inverse: CanvasMatrix) -> CairoSurface? {
        guard let surface = CairoSurface(width: width, height: height) else { return nil }
        let start = gradient.parameters[0]
        let center = (x: gradient.parameters[1], y: gradient.parameters[2])
        let table = colors(gradient.stops)
        surface.withPixels { pixels, stride in
            for y in 0..<height {
                for x in 0..<width {
                    let point = inverse.apply(Double(x) + 0.5, Double(y) + 0.5)
                    let turn = (atan2(point.y - center.y, point.x - center.x) - start) / (2 * .pi)
                    let share = turn - turn.rounded(.down)
                    pixels[y * stride + x] = table[min(table.count - 1, Int(share * Double(table.count)))]
                }
            }
        }
        return surface
    }

    /// Premultiplied colours at 4,096 angles.
    private static func colors(_ stops: [CanvasGradient.Stop]) -> [UInt32] {
        (0..<4096).map { index in
            let offset = (Double(index) + 0.5) / 4096
            let next = stops.firstIndex { $0.offset > offset } ?? stops.count
            let from = stops[max(0, next - 1)]
            let to = stops[min(next, stops.count - 1)]
            let span = to.offset - from.offset
            let share = span > 0 ? min(max((offset - from.offset) / span, 0), 1) : 0
            func channel(_ shift: UInt32) -> Double {
                let low = Double(from.color >> shift & 255)
                return low + (Double(to.color >> shift & 255) - low) * share
            }
            let alpha = channel(0) / 255
            func byte(_ value: Double) -> UInt32 { UInt32((value * alpha).rounded()) }
            return UInt32(channel(0).rounded()) << 24 | byte(channel(24)) << 16 | byte(channel(16)) << 8 | byte(channel(8))
        }
    }
}
