/// A piece of code in a model's answer.
struct CodeBlock: Equatable {
    /// What the code is, as far as a page is concerned.
    enum Kind: Equatable {
        case html, css, script, markdown
        /// A file that a page may ask for: JSON, SVG, shaders.
        case data
        /// A language that a browser doesn't run, by name.
        case other(String)
    }

    var kind: Kind
    /// Name that the answer gives the file, as `js/board.js`.
    var fileName: String?
    var text: String
    /// Line of the answer at which the code starts.
    var firstLine: Int
    /// Whether the answer goes on to the fence that ends the code.
    var isClosed: Bool
}
