import ArgumentParser
import Foundation
import ScriptEngine

/// One run of one contestant in a process of its own, so that none finds the engine warmed up by another.
struct Contest: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run one contestant on one workload.", shouldDisplay: false)

    @Argument var contestant: String
    @Argument var workload: String

    func run() throws {
        EngineTuning.favourShortRuns()
        guard let runner = contestants.first(where: { $0.name == contestant }) else {
            throw ValidationError("there is no contestant '\(contestant)'")
        }
        let work = try JSONDecoder().decode(Workload.self, from: Data(contentsOf: URL(filePath: workload)))
        print(String(decoding: try JSONEncoder().encode(try runner.run(work)), as: UTF8.self))
    }
}
