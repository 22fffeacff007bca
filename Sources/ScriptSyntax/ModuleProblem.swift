/// Why a module can't be linked, with the place and the words that Chromium has for it.
public struct ModuleProblem: Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable, Codable {
        /// The module's text doesn't parse.
        case syntax
        /// There is no module of that name; `specifier` has it.
        case notFound
        /// A module doesn't have an export that another wants.
        case missingExport
    }

    public var kind: Kind
    /// The address of the module at fault.
    public var url: String
    public var problem: SyntaxProblem
    /// What was asked for, as it is written in the source.
    public var specifier: String?

    /// The name of the error that the page would see.
    public var errorName: String { kind == .notFound ? "TypeError" : "SyntaxError" }

    public var description: String { "\(url):\(problem.line):\(problem.column): \(errorName): \(problem.message)" }
}
