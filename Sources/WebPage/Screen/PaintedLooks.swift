/// The looks that painted boxes refer to: small numbers for descriptions, so that boxes compare fast.
///
/// A look is a text: `#ff0000ff` for a colour, `text #000000ff 16 400 Score: 12` for text and so on.
public final class PaintedLooks {
    private var descriptions: [String] = []
    private var digests: [UInt32] = []
    private var opacities: [Float] = []
    private var texts: [String] = []
    private var textLengths: [Int] = []
    private var idsByDescription: [String: Int32] = [:]
    private var idsByColor: [UInt32: Int32] = [:]

    public init() {}

    /// The id of a description, the same for equal ones.
    public func id(of description: String) -> Int32 {
        if let known = idsByDescription[description] { return known }
        let id = Int32(descriptions.count)
        descriptions.append(description)
        opacities.append(Self.opacity(description))
        let text = Self.text(description)
        texts.append(text)
        textLengths.append(text.count)
        digests.append(description.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 })
        idsByDescription[description] = id
        return id
    }

    /// The id of a plain colour, 0xRRGGBBAA.
    public func id(ofColor color: UInt32) -> Int32 {
        if let known = idsByColor[color] { return known }
        let digits = String(color, radix: 16)
        let id = id(of: "#" + String(repeating: "0", count: 8 - digits.count) + digits)
        idsByColor[color] = id
        return id
    }

    /// How opaque the ground of a look is, 0 to 1: the alpha of a description that begins with a colour.
    public func opacity(of id: Int32) -> Float {
        opacities.indices.contains(Int(id)) ? opacities[Int(id)] : 1
    }

    private static func opacity(_ description: String) -> Float {
        guard description.hasPrefix("#"), description.utf8.count >= 9 else { return 1 }
        let alpha = description.dropFirst(7).prefix(2)
        return UInt8(alpha, radix: 16).map { Float($0) / 255 } ?? 1
    }

    /// A number that depends on the description alone (FNV-1a), where ids depend on what was painted first.
    public func digest(of id: Int32) -> UInt32 {
        guard digests.indices.contains(Int(id)) else { return 0 }
        return digests[Int(id)]
    }

    /// The words of a look of text, which follow its colour, size and weight.
    public func text(of id: Int32) -> String { texts.indices.contains(Int(id)) ? texts[Int(id)] : "" }

    /// The number of characters in these words.
    func textLength(of id: Int32) -> Int { textLengths.indices.contains(Int(id)) ? textLengths[Int(id)] : 0 }

    private static func text(_ description: String) -> String {
        guard description.hasPrefix("text ") else { return "" }
        let parts = description.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
        return parts.count == 5 ? String(parts[4]) : ""
    }

    /// The text that an id stands for.
    public func description(of id: Int32) -> String {
        descriptions.indices.contains(Int(id)) ? descriptions[Int(id)] : ""
    }
}
