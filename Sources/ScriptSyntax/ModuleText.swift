/// What the parser's script made of one module.
struct ModuleText: Decodable {
    struct Request: Decodable {
        var specifier: String
        var line: Int
        var column: Int
    }

    struct Import: Decodable {
        /// Index into `requests`.
        var request: Int
        var name: String
        var line: Int
        var column: Int
    }

    var text: String
    var requests: [Request]
    var imports: [Import]
    /// Indices into `requests` of the modules whose exports are passed on.
    var stars: [Int]
    var exports: [String]
    var isAsync: Bool
}
