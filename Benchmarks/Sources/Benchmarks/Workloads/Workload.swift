/// A page, what is done to it and for how long: what every contestant runs.
struct Workload: Codable {
    var name: String
    var html: String
    /// Virtual seconds.
    var seconds: Double
    var inputs: [TimedInput]
}
