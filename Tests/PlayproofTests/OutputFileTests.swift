import Foundation
import Testing

@testable import playproof

@Suite("A file that a command writes")
struct OutputFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "playproof-\(UUID().uuidString)")
    private var path: String { folder.appending(path: "a.txt").path }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test func `replaces nothing unless it may`() throws {
        try OutputFile(path, force: false).write(Data("first".utf8))
        let failure = #expect(throws: CommandFailure.self) { try OutputFile(path, force: false) }
        #expect(failure?.message == "the file exists already: \(path). Give another name, or --force to replace it.")
        try OutputFile(path, force: true).write(Data("second".utf8))
        #expect(try text() == "second")
    }

    @Test func `leaves alone what has come into being under its name meanwhile`() throws {
        let file = try OutputFile(path, force: false)
        try "mine".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: CommandFailure.self) { try file.write(Data("late".utf8)) }
        #expect(try text() == "mine")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
    }

    @Test func `that grew while a session went on keeps what it has when its name is taken`() throws {
        let trace = try GrowingTrace(path, force: false)
        trace.append(Data("recorded".utf8))
        try "mine".write(toFile: path, atomically: true, encoding: .utf8)
        let failure = #expect(throws: CommandFailure.self) { try trace.finish() }
        #expect(failure?.message.hasSuffix("What was recorded is in \(path).partial.") == true)
        #expect(try String(contentsOfFile: path + ".partial", encoding: .utf8) == "recorded")
        #expect(try text() == "mine")
    }
}
