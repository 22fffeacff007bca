import Foundation

/// The import map of a page: which address a specifier stands for.
/// See <https://html.spec.whatwg.org/multipage/webappapis.html#import-maps>.
public struct ImportMap: Sendable, Equatable {
    private var imports: [String: String] = [:]
    private var scopes: [String: [String: String]] = [:]

    /// The map of a page without one.
    public init() {}

    /// - Returns: nil for a text that is not an object in JSON; what is wrong inside of it is left out.
    public init?(json: String) {
        guard let map = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] else { return nil }
        imports = Self.texts(map["imports"])
        scopes = ((map["scopes"] as? [String: Any]) ?? [:]).mapValues(Self.texts)
    }

    private static func texts(_ value: Any?) -> [String: String] {
        ((value as? [String: Any]) ?? [:]).compactMapValues { $0 as? String }
    }

    /// The address that `specifier` stands for in a module at `url`; nil for a bare name that the map doesn't have.
    /// - Parameter page: the address of the document, against which the map's own addresses are resolved.
    public func resolve(_ specifier: String, from url: String, page: String) -> String? {
        let absolute = Self.address(specifier, against: url)
        for scope in scopes.keys.sorted(by: >) {
            let prefix = Self.address(scope, against: page) ?? scope
            guard url == prefix || (prefix.hasSuffix("/") && url.hasPrefix(prefix)) else { continue }
            if let found = find(specifier, absolute, in: scopes[scope] ?? [:], page) { return found }
        }
        return find(specifier, absolute, in: imports, page) ?? absolute
    }

    private func find(_ specifier: String, _ absolute: String?, in map: [String: String], _ page: String) -> String? {
        for key in map.keys.sorted(by: >) {
            guard let value = map[key] else { continue }
            let address = Self.address(key, against: page)
            if key == specifier || (address != nil && address == absolute) {
                return Self.address(value, against: page)
            }
            if key.hasSuffix("/"), value.hasSuffix("/"), specifier.hasPrefix(key) {
                return Self.address(value + specifier.dropFirst(key.count), against: page)
            }
        }
        return nil
    }

    /// What looks like an address, made absolute; nil for a bare name.
    static func address(_ text: String, against base: String) -> String? {
        if text.hasPrefix("/") || text.hasPrefix("./") || text.hasPrefix("../") {
            return URL(string: text, relativeTo: URL(string: base))?.absoluteURL.standardized.absoluteString
        }
        let scheme = text.prefix { $0 != ":" }
        let isAddress =
            scheme.count < text.count && scheme.first?.isLetter == true
            && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        return isAddress ? text : nil
    }
}
