import Foundation

/// jsdom in Node.js with a loop over frames of its own and a canvas that does nothing (Debian's `node-jsdom`).
enum JSDOMContestant: Contestant {
    static let name = "jsdom"

    static var missing: String? {
        ExternalScript.succeeds("node", ["-e", "require('jsdom')"], environment: environment) ? nil : "install Debian's nodejs and node-jsdom"
    }

    /// Where Debian keeps its modules, for a Node.js that came from elsewhere.
    private static let environment = ["NODE_PATH": "/usr/share/nodejs:/usr/lib/nodejs"]

    static func run(_ workload: Workload) throws -> Measurement {
        try ExternalScript.measure("node", [Resource.url("jsdom.cjs").path], workload, environment: environment)
    }
}
