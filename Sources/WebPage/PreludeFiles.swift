import Foundation

/// The files of the prelude, for whoever runs some of them elsewhere.
public enum PreludeFiles {
    /// - Parameter name: as `order.txt` names it.
    public static func text(_ name: String) -> String {
        let file = Bundle.module.bundleURL.appendingPathComponent("Prelude/\(name)")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            preconditionFailure("the prelude's file \(file.path) is missing; build the package again")
        }
        return text
    }
}
