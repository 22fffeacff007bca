/// What one run of a workload took, in seconds.
struct Measurement: Codable {
    /// From the page's text to the end of its scripts.
    var load: Double
    /// The workload's time with its inputs.
    var play: Double
    /// Animation frames in which the page did something; nil where the contestant doesn't tell.
    var frames: Int?

    var total: Double { load + play }
}
