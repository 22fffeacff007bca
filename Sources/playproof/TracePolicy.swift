import ArgumentParser

/// Of which submissions a run keeps traces.
enum TracePolicy: String, ExpressibleByArgument, CaseIterable {
    case on, off
    case onFailure = "on-failure"
}
