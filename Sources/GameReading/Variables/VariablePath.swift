import Foundation

/// Where a value is among the game's variables: a place of the scopes, the slot there, then the keys to follow; and the property
/// that is meant of each object in a table.
struct VariablePath: Hashable, Sendable {
    enum Key: Hashable, Sendable {
        case number(Int)
        case name(String)

        /// The key as a text, which is how plain values are read.
        var text: String {
            switch self {
            case .number(let number): String(number)
            case .name(let name): name
            }
        }

        /// A key of the same kind that reads so; nil where there is none.
        func reading(_ text: String) -> Key? {
            switch self {
            case .number: Int(text).map(Key.number)
            case .name: .name(text)
            }
        }
    }

    var keys: [Key]
    var property: String?

    /// The path as ``WebPage/Page/variableTable(at:)`` takes it.
    var text: String { (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// Keys that only say which scope is meant: its place, the slot, the variable.
    static let scopeKeys = 3
}

extension VariablePath {
    /// - Parameter text: as ``VariableSnapshot`` gives it; nil where it is no path.
    init?(_ text: String) {
        guard let path = try? JSONDecoder().decode(VariablePath.self, from: Data(text.utf8)) else { return nil }
        self = path
    }
}

extension VariablePath: Codable {
    init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        keys = try pair.decode([Key].self)
        property = try pair.decodeIfPresent(String.self)
    }

    func encode(to encoder: any Encoder) throws {
        var pair = encoder.unkeyedContainer()
        try pair.encode(keys)
        try pair.encode(property)
    }
}

extension VariablePath.Key: Codable {
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) { self = .number(number) } else { self = .name(try value.decode(String.self)) }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .number(let number): try value.encode(number)
        case .name(let name): try value.encode(name)
        }
    }
}
