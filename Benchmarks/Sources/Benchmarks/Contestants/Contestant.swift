import Foundation

/// Something that can run a game without a person.
protocol Contestant: Sendable {
    /// Its name in tables and on the command line.
    static var name: String { get }
    /// What has to be installed first, in words; nil when all is there.
    static var missing: String? { get }
    /// Loads the page and lets the workload's time pass, once.
    static func run(_ workload: Workload) throws -> Measurement
}

/// Those that the table shows, the one they are held against first.
let contestants: [any Contestant.Type] = [PlayproofContestant.self, BareEngine.self, JSDOMContestant.self, PlaywrightContestant.self]
