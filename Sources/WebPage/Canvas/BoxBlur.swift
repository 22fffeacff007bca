/// Gaussian blur by three box blurs, as https://www.w3.org/TR/filter-effects-1/#feGaussianBlurElement allows.
enum BoxBlur {
    static func blur(_ surface: CairoSurface, sigma: Double) {
        let size = Int((sigma * 3 * (2 * Double.pi).squareRoot() / 4 + 0.5).rounded(.down))
        guard size > 1 else { return }
        let length = max(surface.width, surface.height)
        var line = [UInt32](repeating: 0, count: length)
        // An even box lies half a pixel off centre: one to the left, one to the right, then an odd one.
        let offsets = size % 2 == 1 ? [(size / 2, size), (size / 2, size), (size / 2, size)]
            : [(size / 2, size), (size / 2 - 1, size), (size / 2, size + 1)]
        surface.withPixels { pixels, stride in
            for (before, width) in offsets {
                for y in 0..<surface.height { pass(pixels + y * stride, 1, surface.width, before, width, &line) }
                for x in 0..<surface.width { pass(pixels + x, stride, surface.height, before, width, &line) }
            }
        }
    }

    /// One box over one row or column.
    private static func pass(
        _ pixels: UnsafeMutablePointer<UInt32>, _ step: Int, _ count: Int, _ before: Int, _ width: Int, _ line: inout [UInt32]
    ) {
        var sums = SIMD4<UInt32>(repeating: 0)
        var isBlank = true
        for i in 0..<count {
            line[i] = pixels[i * step]
            if line[i] != 0 { isBlank = false }
        }
        if isBlank { return }
        let after = width - before
        for i in 0..<min(after, count) { sums &+= split(line[i]) }
        let half = SIMD4<UInt32>(repeating: UInt32(width / 2))
        let divisor = SIMD4<UInt32>(repeating: UInt32(width))
        for i in 0..<count {
            let mean = (sums &+ half) / divisor
            pixels[i * step] = mean.x << 24 | mean.y << 16 | mean.z << 8 | mean.w
            if i + after < count { sums &+= split(line[i + after]) }
            if i - before >= 0 { sums &-= split(line[i - before]) }
        }
    }

    private static func split(_ pixel: UInt32) -> SIMD4<UInt32> {
        SIMD4(pixel >> 24, pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)
    }
}
