import Foundation

/// The module's own JavaScript and HTML.
enum WitnessFiles {
    static func text(_ name: String) -> String {
        let file = Bundle.module.bundleURL.appendingPathComponent("JavaScript/\(name)")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            preconditionFailure("the file \(file.path) is missing; build the package again")
        }
        return text
    }
}
