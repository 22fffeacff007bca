/// Writes a JSON object whose keys keep the order in which they were added, which `JSONEncoder` can't.
public struct OrderedJSON {
    private var members: [String] = []

    public init() {}

    public var text: String { "{" + members.joined(separator: ",") + "}" }

    /// Adds a value that is JSON already.
    public mutating func add(_ key: String, raw: String) {
        members.append("\(Self.quoted(key)):\(raw)")
    }

    /// Adds a text; without one, nothing or `null`.
    public mutating func add(_ key: String, text: String?, orNull: Bool = false) {
        if let text { add(key, raw: Self.quoted(text)) } else if orNull { add(key, raw: "null") }
    }

    /// Adds a list of values that are JSON already.
    public mutating func add(_ key: String, list: [String]) {
        add(key, raw: "[" + list.joined(separator: ",") + "]")
    }

    /// Adds a measured number with at most three decimals; it keeps its point, as `38.0`.
    public mutating func add(_ key: String, decimal: Double) {
        add(key, raw: decimal.isFinite ? "\((decimal * 1000).rounded() / 1000)" : "null")
    }

    /// A JSON string.
    public static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{2028}", "\u{2029}", ..<" ":
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
