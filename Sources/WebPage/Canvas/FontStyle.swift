/// What a font shorthand such as `bold 16px Arial, serif` asks for.
struct FontStyle {
    var family = TextFamily.sansSerif
    /// In pixels.
    var size = 10.0
    var weight = 400.0
    var isItalic = false
    var isSmallCapitals = false

    /// - Parameter fonts: those that the page brought along.
    init(_ font: String, _ fonts: FontBook) {
        for word in font.split(separator: " ") {
            if let end = word.firstRange(of: "px"), let value = Double(word[..<end.lowerBound]) {
                size = value
                family = fonts.family(list: font[word.endIndex...], weight: weight, isItalic: isItalic)
                break
            }
            switch word {
            case "bold", "bolder": weight = 700
            case "italic", "oblique": isItalic = true
            case "small-caps": isSmallCapitals = true
            default: weight = Double(word) ?? weight
            }
        }
    }
}
