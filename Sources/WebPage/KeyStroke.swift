/// A key of a US keyboard, with the fields that its events carry (UI Events, section 4.3; the legacy `keyCode` of
/// section 6.2).
public struct KeyStroke: Sendable, Hashable, Codable {
    /// `KeyboardEvent.key`.
    public var key: String
    /// `KeyboardEvent.code`.
    public var code: String
    /// `KeyboardEvent.keyCode` and `which`.
    public var keyCode: Int

    public init(key: String, code: String, keyCode: Int) {
        self.key = key
        self.code = code
        self.keyCode = keyCode
    }

    /// The key with this `KeyboardEvent.key` or `code`, or by a common name such as `Space`, `Up` or `Esc`; nil when
    /// there is no such key.
    public static func named(_ name: String) -> KeyStroke? {
        if let stroke = table[name] ?? aliases[name].flatMap({ table[$0] }) { return stroke }
        if let character = name.unicodeScalars.first, name.unicodeScalars.count == 1 { return character.isASCII ? printable(character) : nil }
        return byCode[name]
    }

    private static let byCode: [String: KeyStroke] = {
        let letters = "abcdefghijklmnopqrstuvwxyz0123456789,./;'[]\\-=`".unicodeScalars.compactMap(printable)
        return Dictionary((letters + table.values).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }()

    private static func printable(_ scalar: Unicode.Scalar) -> KeyStroke? {
        let key = String(scalar)
        switch scalar {
        case "a"..."z", "A"..."Z":
            let upper = key.uppercased()
            return KeyStroke(key: key, code: "Key" + upper, keyCode: Int(upper.unicodeScalars.first!.value))
        case "0"..."9":
            return KeyStroke(key: key, code: "Digit" + key, keyCode: Int(scalar.value))
        default:
            return punctuation[key].map { KeyStroke(key: key, code: $0.0, keyCode: $0.1) }
        }
    }

    private static let punctuation: [String: (String, Int)] = [
        " ": ("Space", 32), ",": ("Comma", 188), ".": ("Period", 190), "/": ("Slash", 191), ";": ("Semicolon", 186),
        "'": ("Quote", 222), "[": ("BracketLeft", 219), "]": ("BracketRight", 221), "\\": ("Backslash", 220),
        "-": ("Minus", 189), "=": ("Equal", 187), "`": ("Backquote", 192), "+": ("Equal", 187),
    ]

    private static let aliases = [
        "Space": " ", "Spacebar": " ", "Up": "ArrowUp", "Down": "ArrowDown", "Left": "ArrowLeft", "Right": "ArrowRight",
        "Esc": "Escape", "Return": "Enter", "Ctrl": "Control",
    ]

    private static let table: [String: KeyStroke] = {
        var strokes: [KeyStroke] = [
            KeyStroke(key: " ", code: "Space", keyCode: 32), KeyStroke(key: "Enter", code: "Enter", keyCode: 13),
            KeyStroke(key: "Escape", code: "Escape", keyCode: 27), KeyStroke(key: "Tab", code: "Tab", keyCode: 9),
            KeyStroke(key: "Backspace", code: "Backspace", keyCode: 8), KeyStroke(key: "Delete", code: "Delete", keyCode: 46),
            KeyStroke(key: "Shift", code: "ShiftLeft", keyCode: 16), KeyStroke(key: "Control", code: "ControlLeft", keyCode: 17),
            KeyStroke(key: "Alt", code: "AltLeft", keyCode: 18), KeyStroke(key: "Meta", code: "MetaLeft", keyCode: 91),
            KeyStroke(key: "CapsLock", code: "CapsLock", keyCode: 20), KeyStroke(key: "Home", code: "Home", keyCode: 36),
            KeyStroke(key: "End", code: "End", keyCode: 35), KeyStroke(key: "PageUp", code: "PageUp", keyCode: 33),
            KeyStroke(key: "PageDown", code: "PageDown", keyCode: 34), KeyStroke(key: "Insert", code: "Insert", keyCode: 45),
            KeyStroke(key: "ArrowLeft", code: "ArrowLeft", keyCode: 37), KeyStroke(key: "ArrowUp", code: "ArrowUp", keyCode: 38),
            KeyStroke(key: "ArrowRight", code: "ArrowRight", keyCode: 39), KeyStroke(key: "ArrowDown", code: "ArrowDown", keyCode: 40),
        ]
        strokes += (1...12).map { KeyStroke(key: "F\($0)", code: "F\($0)", keyCode: 111 + $0) }
        return Dictionary(uniqueKeysWithValues: strokes.map { ($0.key, $0) })
    }()
}
