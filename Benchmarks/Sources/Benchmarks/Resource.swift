import Foundation

/// The scripts and pages that come with the benchmarks.
enum Resource {
    static func url(_ name: String) -> URL {
        Bundle.module.bundleURL.appending(path: "Resources/\(name)")
    }

    static func text(_ name: String) throws -> String {
        try String(contentsOf: url(name), encoding: .utf8)
    }
}
