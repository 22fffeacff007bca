import Foundation
import WebPage

/// What reading games adds to the prelude of every page.
public enum ReadingExtensions {
    /// The extensions in the order in which they are evaluated.
    public static let all: [PageExtension] = ["shown-numbers", "variable-tables", "variables", "fading"].map { name in
        let file = Bundle.module.bundleURL.appendingPathComponent("JavaScript/\(name).js")
        guard let source = try? String(contentsOf: file, encoding: .utf8) else {
            preconditionFailure("the file \(file.path) is missing; build the package again")
        }
        return PageExtension(name: name, source: source)
    }
}
