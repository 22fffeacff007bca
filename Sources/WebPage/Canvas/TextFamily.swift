/// The fonts that text is drawn and measured with: three, as a browser has them on a machine with no others, and those that
/// pages bring along. What a `font-family` list names by itself and no page brought isn't there; the list's first name that
/// is decides.
public enum TextFamily: Hashable, Sendable {
    case sansSerif, serif, monospace
    /// A font of the page's, by its number in ``WebFonts``.
    case web(Int)

    /// The families that every page has.
    static let builtIn = [TextFamily.sansSerif, .serif, .monospace]

    /// The number by which recordings of canvases name the family.
    var number: Int {
        switch self {
        case .sansSerif: 0
        case .serif: 1
        case .monospace: 2
        case .web(let id): 3 + id
        }
    }

    init(number: Int) {
        switch number {
        case 1: self = .serif
        case 2: self = .monospace
        case 3...: self = .web(number - 3)
        default: self = .sansSerif
        }
    }

    /// The family that a name stands for on every machine, one of Debian's package fonts-dejavu-core; nil for other names.
    init?(builtIn name: some StringProtocol) {
        switch name {
        case "serif", "DejaVu Serif": self = .serif
        case "monospace", "DejaVu Sans Mono": self = .monospace
        case "sans-serif", "system-ui", "DejaVu Sans": self = .sansSerif
        default: return nil
        }
    }

    /// Where Cairo finds the family; nil for a page's own font.
    var systemName: String? {
        switch self {
        case .sansSerif: "DejaVu Sans"
        case .serif: "DejaVu Serif"
        case .monospace: "DejaVu Sans Mono"
        case .web: nil
        }
    }
}
