/// The order in which repeated options of different names stand on the command line, which the parser doesn't keep.
enum ArgumentOrder {
    /// - Parameters:
    ///   - values: what the parser found for each option, in order.
    ///   - arguments: the raw arguments, of which only the options' names are looked at.
    static func sequence(of values: [String: [String]], in arguments: [String]) -> [(name: String, value: String)] {
        var rest = values.mapValues { $0[...] }
        var sequence: [(name: String, value: String)] = []
        for argument in arguments where argument.hasPrefix("--") {
            let name = String(argument.dropFirst(2).prefix { $0 != "=" })
            if let value = rest[name]?.popFirst() { sequence.append((name, value)) }
        }
        return sequence
    }
}
