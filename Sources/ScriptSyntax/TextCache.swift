/// Remembers what was found out about texts; forgets everything when it has grown too large.
struct TextCache<Value> {
    private struct Key: Hashable {
        let text: String
        let variant: String
    }

    private static var countMax: Int { 256 }
    private var values: [Key: Value] = [:]

    mutating func value(
        for text: String, _ variant: String = "", make: () throws(ScriptParserError) -> Value
    ) throws(ScriptParserError) -> Value {
        let key = Key(text: text, variant: variant)
        if let value = values[key] { return value }
        let value = try make()
        if values.count >= Self.countMax { values.removeAll() }
        values[key] = value
        return value
    }
}
