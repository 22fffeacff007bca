/// The three fonts that text is drawn and measured with, as a browser has them on a machine with no others: what a
/// `font-family` list names by itself isn't there, and its first generic family decides.
public enum TextFamily: Int, Sendable {
    case sansSerif, serif, monospace

    /// The family of Debian's package fonts-dejavu-core.
    var name: String {
        switch self {
        case .sansSerif: "DejaVu Sans"
        case .serif: "DejaVu Serif"
        case .monospace: "DejaVu Sans Mono"
        }
    }

    /// - Parameter list: the value of `font-family`, as `"Press Start 2P", monospace`.
    init(list: some StringProtocol) {
        for item in list.split(separator: ",") {
            switch item.drop(while: \.isWhitespace) {
            case "serif", "\"DejaVu Serif\"": self = .serif
            case "monospace", "\"DejaVu Sans Mono\"": self = .monospace
            case "sans-serif", "system-ui", "\"DejaVu Sans\"": self = .sansSerif
            default: continue
            }
            return
        }
        self = .sansSerif
    }
}
