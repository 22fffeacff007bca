/// Reads a recording's commands one after the other; a damaged recording just ends.
struct CanvasCommandReader {
    private let numbers: UnsafeBufferPointer<Double>
    /// Where the next command begins.
    private(set) var position: Int

    init(_ numbers: UnsafeBufferPointer<Double>, from position: Int = 0) {
        self.numbers = numbers
        self.position = position
    }

    mutating func next() -> CanvasCommand? {
        guard position < numbers.count, let opcode = CanvasOpcode(rawValue: int()) else { return nil }
        switch opcode {
        case .transform: return .transform(matrix())
        case .fillColor: return .fillPaint(.color(color()))
        case .strokeColor: return .strokePaint(.color(color()))
        case .fillGradient: return .fillPaint(gradient())
        case .strokeGradient: return .strokePaint(gradient())
        case .fillPattern: return .fillPaint(pattern())
        case .strokePattern: return .strokePaint(pattern())
        case .globalAlpha: return .globalAlpha(number())
        case .composite: return .composite(int())
        case .line: return .line(width: number(), cap: int(), join: int(), miterLimit: number())
        case .lineDash: return .lineDash(offset: number(), Array(slice()))
        case .shadow: return .shadow(x: number(), y: number(), blur: number(), color: color())
        case .font: return .font(font())
        case .smoothing: return .smoothing(number() != 0)
        case .filter: return .filter(string())
        case .clipReset: return .clipReset
        case .clip: return .clip(isEvenOdd: number() != 0, slice())
        case .fillRect: return .fillRect(number(), number(), number(), number())
        case .strokeRect: return .strokeRect(number(), number(), number(), number())
        case .clearRect: return .clearRect(number(), number(), number(), number())
        case .path: return .path(slice())
        case .fill: return .fill(isEvenOdd: number() != 0)
        case .stroke: return .stroke
        case .fillText: return text(isStroke: false)
        case .strokeText: return text(isStroke: true)
        case .drawImage: return .drawImage(resource: int(), source: area(), target: area())
        case .putImage: return .putImage(resource: int(), x: int(), y: int(), left: int(), top: int(), right: int(), bottom: int())
        }
    }

    private mutating func number() -> Double {
        guard position < numbers.count else { return 0 }
        defer { position += 1 }
        return numbers[position]
    }

    private mutating func int() -> Int { Int(exactly: number().rounded(.towardZero)) ?? 0 }

    private mutating func color() -> UInt32 { UInt32(exactly: number()) ?? 0 }

    private mutating func area() -> CanvasArea { CanvasArea(x: number(), y: number(), width: number(), height: number()) }

    private mutating func matrix() -> CanvasMatrix {
        CanvasMatrix(a: number(), b: number(), c: number(), d: number(), e: number(), f: number())
    }

    private mutating func slice() -> UnsafeBufferPointer<Double> {
        let count = max(0, min(int(), numbers.count - position))
        defer { position += count }
        return UnsafeBufferPointer(rebasing: numbers[position..<position + count])
    }

    private mutating func gradient() -> CanvasPaint {
        let kind = CanvasGradient.Kind(rawValue: int()) ?? .linear
        var parameters: [Double] = []
        for _ in 0..<6 { parameters.append(number()) }
        var stops: [CanvasGradient.Stop] = []
        for _ in 0..<max(0, min(int(), numbers.count - position)) { stops.append(.init(offset: number(), color: color())) }
        return .gradient(CanvasGradient(kind: kind, parameters: parameters, stops: stops))
    }

    private mutating func pattern() -> CanvasPaint { .pattern(resource: int(), repetition: int(), matrix()) }

    private mutating func font() -> CanvasFont {
        CanvasFont(
            family: TextFamily(number: int()), size: number(), weight: number(), isItalic: number() != 0, letterSpacing: number(), wordSpacing: number(),
            align: .init(rawValue: int()) ?? .start, baseline: .init(rawValue: int()) ?? .alphabetic,
            isRightToLeft: number() != 0, features: TextFeatures(packed: int()))
    }

    private mutating func text(isStroke: Bool) -> CanvasCommand {
        let x = number()
        let y = number()
        let maxWidth = number()
        return .text(string(), x: x, y: y, maxWidth: maxWidth < 0 ? nil : maxWidth, isStroke: isStroke)
    }

    /// Three UTF-16 units a number.
    private mutating func string() -> String {
        let count = int()
        var units: [UInt16] = []
        while units.count < count, position < numbers.count {
            let packed = UInt64(exactly: number()) ?? 0
            units.append(UInt16(truncatingIfNeeded: packed))
            if units.count < count { units.append(UInt16(truncatingIfNeeded: packed >> 16)) }
            if units.count < count { units.append(UInt16(truncatingIfNeeded: packed >> 32)) }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
