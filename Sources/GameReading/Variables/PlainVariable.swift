import Foundation
import WebPage

/// A whole number or a word among the game's variables.
public struct PlainVariable: Sendable, Equatable, Decodable {
    /// Where it is, as the paths of ``VariableSnapshot``.
    public var path: String
    /// As a text, numbers as JavaScript prints them.
    public var value: String
    public var isWord: Bool

    /// The number that it is; nil for a word.
    var number: Int? { isWord ? nil : Int(value) }
}

extension Page {
    /// What some plain variables hold now, nil where there is none any more.
    public func plainValues(at paths: [String]) -> [String?] {
        guard let list = try? JSONEncoder().encode(paths) else { return [] }
        return decodeOwn([String?].self, from: "plainValues", context.value(String(decoding: list, as: UTF8.self))) ?? []
    }
}
