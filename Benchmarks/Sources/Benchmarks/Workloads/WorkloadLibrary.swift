import Foundation

/// The pages that are run: three written for the purpose, and the games of the tests that play.
struct WorkloadLibrary {
    /// Virtual seconds of each workload.
    let seconds: Double

    /// The pages that show one thing each: few draw calls, many, changes of a document.
    func synthetic() throws -> [Workload] {
        try ["light", "heavy", "dom"].map { name in
            Workload(name: name, html: try Resource.text("\(name).html"), seconds: seconds, inputs: [])
        }
    }

    /// The games of a folder, each with the input of Playproof's own player.
    /// - Parameter folder: holds a folder with an `index.html` for each game.
    func games(in folder: URL) throws -> [Workload] {
        try PlayedGame.all(in: folder, seconds: seconds).map { game in
            Workload(
                name: game.name, html: game.session.source.html, seconds: seconds,
                inputs: game.played.inputs.compactMap(TimedInput.init))
        }
    }
}
