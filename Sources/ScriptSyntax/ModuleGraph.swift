import Foundation

/// A module and all that it needs, as classic scripts that run with a page's registry of modules.
public struct ModuleGraph: Sendable {
    /// Classic scripts that define the modules which are not defined yet; their lines are those of the modules.
    public internal(set) var scripts: [ModuleSource] = []
    /// Why nothing may be run; empty when all is well.
    public internal(set) var problems: [ModuleProblem] = []
    /// The address of the module that was asked for.
    public let entry: String
    /// The secret global name of the registry.
    public let name: String
    /// The addresses that each module asks for, and those whose exports it passes on.
    var needs: [String: [String]] = [:]
    var stars: [String: [String]] = [:]

    /// A script that connects the modules, to be run after `scripts`.
    public var linkScript: String { "\(name).link(\(Self.json(needs)),\(Self.json(stars)))" }

    /// A script that evaluates the entry and, first, what it needs. Its value is null, or a promise when there are
    /// top-level awaits; it throws what a module throws.
    public var startScript: String { "\(name).start(\(Self.json(entry)))" }

    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }
}
