import Synchronization

/// Faces by size and style: making one costs far more than measuring with it.
enum TextFaces {
    private struct Key: Hashable {
        var size: Double
        var isBold: Bool
        var isItalic: Bool
        var isMonospaced: Bool
    }

    private static let faces = Mutex<[Key: Unchecked]>([:])
    private static let countMax = 256

    /// Cairo's scaled fonts lock themselves, so that a face may be used on any thread.
    private struct Unchecked: @unchecked Sendable {
        let face: TextFace
    }

    static func face(size: Double, weight: Double, isItalic: Bool, isMonospaced: Bool) -> TextFace {
        let key = Key(size: min(max(size, 0.01), 4000), isBold: weight >= 600, isItalic: isItalic, isMonospaced: isMonospaced)
        let found = faces.withLock { faces in
            if let known = faces[key] { return known }
            if faces.count >= countMax { faces.removeAll() }
            let made = Unchecked(face: TextFace(
                size: key.size, isBold: key.isBold, isItalic: key.isItalic, isMonospaced: key.isMonospaced))
            faces[key] = made
            return made
        }
        return found.face
    }
}
