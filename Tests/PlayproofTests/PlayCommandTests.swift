import Foundation
import Testing

/// `playproof play` at a pseudo-terminal.
@Suite("playproof play")
struct PlayCommandTests {
    private let playproof: CommandRun

    init() throws {
        playproof = try CommandRun()
        try playproof.write("block.html", Self.fallingBlock)
    }

    /// A playfield in which a square falls, slowly.
    private static let fallingBlock = """
        <!DOCTYPE html><canvas id="c" width="200" height="400"></canvas><script>
        const context = c.getContext('2d');
        let x = 4, y = 0;
        function draw() {
          context.fillStyle = '#111';
          context.fillRect(0, 0, 200, 400);
          context.fillStyle = 'red';
          for (let i = 0; i < 4; i++) context.fillRect((x + i % 2) * 20, (y + (i >> 1)) * 20, 20, 20);
        }
        draw();
        setInterval(() => { if (y < 18) y++; draw() }, 200);
        addEventListener('keydown', event => { x += event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0; draw() });
        </script>
        """

    @Test func `draws the playfield, passes keys on, and keeps a trace that replays`() throws {
        let terminal = try PseudoTerminal()
        let process = try terminal.start(CommandRun.executable, ["play", "block.html", "--output", "mine.trace"], in: playproof.folder)
        #expect(terminal.wait(for: "\u{1B}[43m"), "\(terminal.text.suffix(500))")
        terminal.type("\u{1B}[D")
        #expect(terminal.wait(until: { $0.contains("mine") || FileManager.default.fileExists(atPath: playproof.folder.path + "/mine.trace.partial") }))
        terminal.type("\u{1B}[D")
        Thread.sleep(forTimeInterval: 1)
        terminal.type("\u{3}")
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(terminal.text.suffix(500))")
        let trace = try #require(playproof.read("mine.trace"))
        #expect(trace.contains("\"keyDown\"") && trace.contains("\"keyUp\""))
        #expect(!playproof.files.contains("mine.trace.partial"))
        #expect(try playproof("replay", "mine.trace").output == "everything is the same\n")
    }

    @Test func `wants a terminal`() throws {
        let outcome = try playproof("play", "block.html", "--output", "mine.trace")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.contains("no terminal"))
        #expect(playproof.files == ["block.html"])
    }
}

/// A terminal that a test types at.
private final class PseudoTerminal: @unchecked Sendable {
    private let master: FileHandle
    private let slave: FileHandle
    private let lock = NSLock()
    private var seen = ""
    /// `TIOCSPTLCK` and `TIOCGPTN` of Linux.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430
    /// Seconds to wait for something at most: a busy machine needs them.
    private static let patience = 120.0

    init() throws {
        // The ways of unlockpt(3) and ptsname(3), which Swift's module of the C library doesn't have.
        let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var lock: Int32 = 0
        var number: Int32 = 0
        guard descriptor >= 0, ioctl(descriptor, Self.setLock, &lock) == 0, ioctl(descriptor, Self.getNumber, &number) == 0 else {
            throw CocoaError(.featureUnsupported)
        }
        let other = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        guard other >= 0 else { throw CocoaError(.featureUnsupported) }
        master = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        slave = FileHandle(fileDescriptor: other, closeOnDealloc: true)
    }

    var text: String { lock.withLock { seen } }

    func start(_ executable: URL, _ arguments: [String], in folder: URL) throws -> Process {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = slave
        process.standardOutput = slave
        process.standardError = slave
        try process.run()
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while case let count = read(master.fileDescriptor, &buffer, buffer.count), count > 0 {
                lock.withLock { seen += String(decoding: buffer[..<count], as: UTF8.self) }
            }
        }
        return process
    }

    func type(_ text: String) {
        try? master.write(contentsOf: Data(text.utf8))
    }

    func wait(for text: String) -> Bool { wait(until: { $0.contains(text) }) }

    func wait(until condition: (String) -> Bool) -> Bool {
        let end = Date(timeIntervalSinceNow: Self.patience)
        while Date() < end {
            if condition(text) { return true }
            Thread.sleep(forTimeInterval: 0.05)
        }
        return false
    }
}
