import Foundation

/// What benchmarks need of a result record.
struct JudgedRecord: Decodable {
    var id: String
    var verdict: String
    var cpuSeconds: Double
    var peakMemoryMB: Double

    /// The records among a run's JSON lines.
    static func all(in output: String) -> [JudgedRecord] {
        output.split(separator: "\n").compactMap { try? JSONDecoder().decode(JudgedRecord.self, from: Data($0.utf8)) }
    }
}
