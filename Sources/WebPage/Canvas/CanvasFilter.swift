import CCairo
import Foundation

/// The functions of the `filter` attribute: https://drafts.fxtf.org/filter-effects/#filter-functions
enum CanvasFilter {
    /// Changes a layer by each function of a filter list in turn.
    static func apply(_ list: String, to layer: CairoSurface) {
        for match in list.matches(of: /([a-zA-Z-]+)\(((?:[^()]|\([^()]*\))*)\)/) {
            let name = match.1.lowercased()
            let argument = match.2.trimmingCharacters(in: .whitespaces)
            if name == "blur" {
                BoxBlur.blur(layer, sigma: number(argument, default: 0))
            } else if name == "drop-shadow" {
                dropShadow(argument, under: layer)
            } else if let matrix = colorMatrix(name, amount: number(argument, default: 1), degrees: degrees(argument)) {
                recolor(layer, matrix)
            }
        }
    }

    /// - Parameter argument: `x y blur #rrggbbaa`, lengths in pixels.
    private static func dropShadow(_ argument: String, under layer: CairoSurface) {
        let words = argument.split(separator: " ")
        guard words.count == 4, let x = Double(words[0]), let y = Double(words[1]), let blur = Double(words[2]),
            let color = UInt32(words[3].dropFirst(), radix: 16), let shadow = CairoSurface(width: layer.width, height: layer.height)
        else { return }
        func part(_ shift: UInt32) -> Double { Double(color >> shift & 255) / 255 }
        cairo_set_source_rgba(shadow.context, part(24), part(16), part(8), part(0))
        cairo_mask_surface(shadow.context, layer.pointer, x, y)
        BoxBlur.blur(shadow, sigma: blur)
        layer.lay(shadow, CAIRO_OPERATOR_DEST_OVER)
    }

    private static func number(_ text: String, default fallback: Double) -> Double {
        guard let match = text.firstMatch(of: /^[-+]?[\d.]+/), let value = Double(match.0) else { return fallback }
        return text.hasSuffix("%") ? value / 100 : value
    }

    private static func degrees(_ text: String) -> Double {
        let value = number(text, default: 0)
        if text.hasSuffix("turn") { return value * 360 }
        if text.hasSuffix("grad") { return value * 0.9 }
        return text.hasSuffix("rad") ? value * 180 / .pi : value
    }

    /// Rows for red, green, blue: three factors and a constant; the last number scales alpha.
    private struct ColorMatrix {
        var red = SIMD4<Double>(1, 0, 0, 0)
        var green = SIMD4<Double>(0, 1, 0, 0)
        var blue = SIMD4<Double>(0, 0, 1, 0)
        var alpha = 1.0
    }

    private static func colorMatrix(_ name: String, amount: Double, degrees: Double) -> ColorMatrix? {
        switch name {
        case "brightness": return linear(amount, 0)
        case "contrast": return linear(amount, 0.5 - amount / 2)
        case "invert": return linear(1 - 2 * min(amount, 1), min(amount, 1))
        case "opacity": return ColorMatrix(alpha: min(amount, 1))
        case "saturate": return saturation(amount)
        case "grayscale": return saturation(1 - min(amount, 1))
        case "sepia": return sepia(1 - min(amount, 1))
        case "hue-rotate": return hueRotation(degrees * .pi / 180)
        default: return nil
        }
    }

    private static func linear(_ slope: Double, _ intercept: Double) -> ColorMatrix {
        ColorMatrix(red: [slope, 0, 0, intercept], green: [0, slope, 0, intercept], blue: [0, 0, slope, intercept])
    }

    private static func saturation(_ s: Double) -> ColorMatrix {
        ColorMatrix(
            red: [0.213 + 0.787 * s, 0.715 - 0.715 * s, 0.072 - 0.072 * s, 0],
            green: [0.213 - 0.213 * s, 0.715 + 0.285 * s, 0.072 - 0.072 * s, 0],
            blue: [0.213 - 0.213 * s, 0.715 - 0.715 * s, 0.072 + 0.928 * s, 0])
    }

    private static func sepia(_ s: Double) -> ColorMatrix {
        ColorMatrix(
            red: [0.393 + 0.607 * s, 0.769 - 0.769 * s, 0.189 - 0.189 * s, 0],
            green: [0.349 - 0.349 * s, 0.686 + 0.314 * s, 0.168 - 0.168 * s, 0],
            blue: [0.272 - 0.272 * s, 0.534 - 0.534 * s, 0.131 + 0.869 * s, 0])
    }

    private static func hueRotation(_ angle: Double) -> ColorMatrix {
        let c = cos(angle)
        let s = sin(angle)
        return ColorMatrix(
            red: [0.213 + c * 0.787 - s * 0.213, 0.715 - c * 0.715 - s * 0.715, 0.072 - c * 0.072 + s * 0.928, 0],
            green: [0.213 - c * 0.213 + s * 0.143, 0.715 + c * 0.285 + s * 0.140, 0.072 - c * 0.072 - s * 0.283, 0],
            blue: [0.213 - c * 0.213 - s * 0.787, 0.715 - c * 0.715 + s * 0.715, 0.072 + c * 0.928 + s * 0.072, 0])
    }

    private static func recolor(_ layer: CairoSurface, _ matrix: ColorMatrix) {
        layer.withPixels { pixels, stride in
            for y in 0..<layer.height {
                for x in 0..<layer.width {
                    let pixel = pixels[y * stride + x]
                    let alpha = Double(pixel >> 24)
                    guard alpha > 0 else { continue }
                    let color = SIMD4<Double>(
                        Double(pixel >> 16 & 255) / alpha, Double(pixel >> 8 & 255) / alpha, Double(pixel & 255) / alpha, 1)
                    let opacity = alpha * matrix.alpha
                    func byte(_ row: SIMD4<Double>) -> UInt32 {
                        UInt32((min(max((row * color).sum(), 0), 1) * opacity).rounded())
                    }
                    pixels[y * stride + x] = UInt32(opacity.rounded()) << 24 | byte(matrix.red) << 16
                        | byte(matrix.green) << 8 | byte(matrix.blue)
                }
            }
        }
    }
}
