import Foundation
import GamePlaying
import WebPage
import Witness

/// Pages of `Tests/Fixtures` and what is done to them.
enum Fixtures {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

    /// Names of what lies in a folder, in order.
    static func names(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Folders with an `index.html` in a folder, as `games/a02`.
    static func games(in path: String) throws -> [String] {
        try names(in: path).map { "\(path)/\($0)" }
            .filter { FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/index.html").path) }
    }

    /// The page in a folder such as `games/a08`, with the files beside it.
    static func page(_ path: String) throws -> PageSource {
        let folder = folder.appending(path: path)
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name != "index.html" {
            files[name] = try Data(contentsOf: folder.appending(path: name))
        }
        return PageSource(html: try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8), files: files)
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// Half a minute of a person who starts a game in the usual ways and then presses its keys at random.
    static func play(_ page: PageSource, milliseconds: Double) throws -> WitnessSession {
        let options = PageOptions(seed: 7, callSeconds: 20)
        var inputs: [WitnessSession.Input] = []
        var frame = 30.0
        func add(_ action: InputEvent.Action) throws {
            let json = String(decoding: try JSONEncoder().encode(action), as: UTF8.self)
            inputs.append(WitnessSession.Input(time: frame * options.frameInterval, actionJSON: json))
        }
        func press(_ name: String) throws {
            guard let stroke = KeyStroke.named(name) else { return }
            try add(.keyDown(stroke, isRepeat: false))
            frame += 4
            try add(.keyUp(stroke))
            frame += 11
        }
        for name in ["Enter", "Space"] { try press(name) }
        for selector in ["button", "canvas"] {
            try add(.click(selector))
            frame += 15
        }
        let keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Space", "a", "d", "w", "s", "x"]
        var random = SeededChoice(state: 11)
        while frame * options.frameInterval < milliseconds - 1000 { try press(keys[random.next(below: keys.count)]) }
        return WitnessSession(page: page, options: options, inputs: inputs, end: milliseconds)
    }
}

/// A small linear congruential generator (the constants of Numerical Recipes).
private struct SeededChoice {
    var state: UInt32

    mutating func next(below count: Int) -> Int {
        state = state &* 1_664_525 &+ 1_013_904_223
        return Int(state >> 16) % count
    }
}
