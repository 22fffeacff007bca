import Foundation
import TestSupport
import Testing

@Suite("A child process")
struct ChildProcessTests {
    private func shell(_ line: String, secondsMax: Double = 60) -> ChildProcess {
        var child = ChildProcess("/bin/sh", ["-c", line], in: URL(fileURLWithPath: "/"))
        child.secondsMax = secondsMax
        return child
    }

    @Test func `tells what it wrote and how it ended`() async throws {
        var child = shell("cat; pwd; echo \"$NAME\" >&2; exit 7")
        child.input = Data("in\n".utf8)
        child.environment["NAME"] = "value"
        let outcome = try await child.run()
        #expect((outcome.exitCode, outcome.output, outcome.errors) == (7, "in\n/\n", "value\n"))
        #expect(try await shell("kill -KILL $$").run().exitCode == 128 + 9)
    }

    @Test func `has no descriptor but its streams`() async throws {
        let folder = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/dev/null"))
        defer { try? folder.close() }
        // Shows the one by which ls reads the folder, too.
        #expect(try await shell("exec ls /proc/self/fd").run().output == "0\n1\n2\n3\n")
    }

    @Test func `that takes too long is killed, and the failure says what it was and what it wrote`() async throws {
        let failure = await #expect(throws: ChildProcess.Failure.self) { try await shell("echo begun; sleep 600", secondsMax: 1).run() }
        let text = try #require(failure?.description)
        #expect(text.hasPrefix("/bin/sh -c echo begun; sleep 600 was killed after 1 s; the end of its output:\nbegun\n"), "\(text)")
    }

    @Test(arguments: ["", "setsid --fork "]) func `leaves none behind of those that it started`(_ prefix: String) async throws {
        // Neither a process group of its own nor a lost parent lets one get away, only a session of its own does.
        let pid = try await shell("set -m; (\(prefix)sh -c 'echo $$; exec sleep 20') & sleep 1").run().output.trimmingCharacters(in: .newlines)
        let isLeft = FileManager.default.contents(atPath: "/proc/\(pid)/stat").map { !String(decoding: $0, as: UTF8.self).contains(") Z ") } ?? false
        #expect(isLeft == !prefix.isEmpty)
        if isLeft { _ = try await shell("kill -KILL \(pid)").run() }
    }

    @Test func `that isn't there is named`() async throws {
        let failure = await #expect(throws: ChildProcess.Failure.self) { try await ChildProcess("/no/such", [], in: URL(fileURLWithPath: "/")).run() }
        #expect(failure?.description == "/no/such can't be started: No such file or directory")
    }
}
