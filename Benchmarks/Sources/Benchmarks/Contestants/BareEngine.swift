import Foundation
import ScriptEngine

/// The limit: the game's scripts in the engine alone, with a document and a canvas that do nothing, and a loop over
/// frames that never leaves JavaScript.
enum BareEngine: Contestant {
    static let name = "bare engine"
    static let missing: String? = nil

    static func run(_ workload: Workload) throws -> Measurement {
        let context = ScriptContext(in: VirtualMachine())
        for script in ["frame-loop.js", "bare.js"] { try context.evaluate(try Resource.text(script), url: script) }
        let inputs = String(decoding: try JSONEncoder().encode(workload.inputs), as: UTF8.self)
        let bare = context.global["bare"]
        try bare["prepare"].call(context.value(workload.html), context.value(inputs))
        let scripts = try bare["scripts"].call()
        let load = try Stopwatch.seconds {
            for index in 0..<scripts.count { try context.evaluate(scripts[index].description, url: "game") }
            try bare["loaded"].call()
        }
        var frames = 0.0
        let play = try Stopwatch.seconds { frames = try bare["run"].call(context.value(workload.seconds * 1000)).number }
        return Measurement(load: load, play: play, frames: Int(frames))
    }
}
