import Synchronization

/// Faces by size and style: making one costs far more than measuring with it.
enum TextFaces {
    private struct Key: Hashable {
        var family: TextFamily
        var size: Double
        var isBold: Bool
        var isItalic: Bool
    }

    private static let faces = Mutex<[Key: Unchecked]>([:])
    private static let countMax = 256

    /// Cairo's scaled fonts lock themselves, so that a face may be used on any thread.
    private struct Unchecked: @unchecked Sendable {
        let face: TextFace
    }

    static func face(family: TextFamily = .sansSerif, size: Double, weight: Double, isItalic: Bool) -> TextFace {
        let key = Key(family: family, size: min(max(size, 0.01), 4000), isBold: weight >= 600, isItalic: isItalic)
        let found = faces.withLock { faces in
            if let known = faces[key] { return known }
            if faces.count >= countMax { faces.removeAll() }
            let made = Unchecked(face: TextFace(family: key.family, size: key.size, isBold: key.isBold, isItalic: key.isItalic))
            faces[key] = made
            return made
        }
        return found.face
    }

    /// The face that small capitals are set with where its font has none, of the size that browsers take for them.
    static func smallCapitals(of face: TextFace) -> TextFace {
        self.face(family: face.family, size: (face.size * 0.7).rounded(), weight: face.isBold ? 700 : 400, isItalic: face.isItalic)
    }

    /// Faces whose fonts stay open for as long as the process lives, so that text of any style can be set when no file can
    /// be opened any more. Cairo closes the fonts that nobody holds when there are more than ten.
    private static let kept: [Unchecked] = TextFamily.builtIn.flatMap { family in
        [false, true].flatMap { isBold in
            [false, true].map { isItalic in
                let face = TextFace(family: family, size: 16, isBold: isBold, isItalic: isItalic)
                face.keepOpen()
                return Unchecked(face: face)
            }
        }
    }

    static func keepAllOpen() {
        _ = kept
    }
}
