import Foundation

/// The pages that are run: two written for the purpose, in any size, and the games of the tests that play.
struct WorkloadLibrary {
    /// Virtual seconds of each workload.
    let seconds: Double

    /// The pages that show one thing each: few draw calls, many, changes of a document.
    func synthetic() throws -> [Workload] {
        [try drawing(calls: 100, name: "light"), try drawing(calls: 2000, name: "heavy"), try changing(cells: 200, name: "dom")]
    }

    /// A page that draws on a canvas in every frame.
    /// - Parameter calls: of a canvas's methods, a frame.
    func drawing(calls: Int, name: String? = nil) throws -> Workload {
        let page = try Resource.text("calls.html").replacing("calls = 100", with: "calls = \(calls)")
        return Workload(name: name ?? "\(calls) calls", html: page, seconds: seconds, inputs: [])
    }

    /// A page that changes the look of elements in every frame.
    /// - Parameter cells: elements that change, a frame.
    func changing(cells: Int, name: String? = nil) throws -> Workload {
        let page = try Resource.text("cells.html").replacing("count = 200", with: "count = \(cells)")
        return Workload(name: name ?? "\(cells) cells", html: page, seconds: seconds, inputs: [])
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
