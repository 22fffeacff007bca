import Foundation

/// What a child process reads and writes: files in a folder that is removed after it, or a terminal.
struct ChildStreams {
    private let folder: URL
    private let terminal: String?

    init(input: Data, terminal: String?) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "playproof-streams-\(UUID().uuidString)")
        self.terminal = terminal
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, data) in [("in", input), ("out", Data()), ("err", Data())] { try data.write(to: folder.appending(path: name)) }
    }

    /// Standard input, output and error, with the way in which they are opened.
    var all: [(path: String, flags: Int32)] {
        if let terminal { return [(terminal, O_RDWR), (terminal, O_RDWR), (terminal, O_RDWR)] }
        return [(path("in"), O_RDONLY), (path("out"), O_WRONLY | O_APPEND), (path("err"), O_WRONLY | O_APPEND)]
    }

    var output: String { text("out") }
    var errors: String { text("err") }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func text(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path(name)) ?? Data(), as: UTF8.self)
    }
}
