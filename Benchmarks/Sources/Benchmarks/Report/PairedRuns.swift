import Foundation

/// All contestants on one workload, several times in turn, so that a machine's mood falls on each alike.
struct PairedRuns: Codable {
    /// Runs a contestant once.
    typealias Run = (any Contestant.Type, Workload) throws -> Measurement

    var workload: String
    /// Measurements by contestant, in the order of the rounds.
    private(set) var measurements: [String: [Measurement]] = [:]
    /// Why a contestant has none.
    private(set) var failures: [String: String] = [:]

    init(_ workload: Workload, rounds: Int, contestants: [any Contestant.Type], run: Run) {
        self.workload = workload.name
        for _ in 0..<rounds {
            for contestant in contestants where failures[contestant.name] == nil {
                do {
                    measurements[contestant.name, default: []].append(try run(contestant, workload))
                } catch {
                    failures[contestant.name] = "\(error)"
                }
            }
        }
    }

    func seconds(_ contestant: String, _ value: KeyPath<Measurement, Double> = \.total) -> Figure {
        Figure(values: (measurements[contestant] ?? []).map { $0[keyPath: value] })
    }

    /// How many times as long as `other` a contestant takes, each round for itself.
    func ratio(of contestant: String, to other: String, _ value: KeyPath<Measurement, Double> = \.total) -> Figure {
        let pairs = zip(measurements[contestant] ?? [], measurements[other] ?? [])
        return Figure(values: pairs.map { $0[keyPath: value] / $1[keyPath: value] })
    }

    func frames(_ contestant: String) -> Int { measurements[contestant]?.last?.frames ?? 0 }
}
