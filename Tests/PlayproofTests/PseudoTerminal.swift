import Foundation
import Synchronization
import TestSupport

/// A terminal that a test types at.
final class PseudoTerminal: Sendable {
    /// The path of the device that a program gets as its terminal.
    let device: String
    private let master: FileHandle
    /// Kept open, for there is nothing to read at a terminal that nobody has open.
    private let slave: FileHandle
    private let seen = Mutex("")
    /// `TIOCSPTLCK` and `TIOCGPTN` of Linux.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430
    /// Seconds to wait for something at most: a program may have to wait for its turn until others have ended.
    private static let patience = ChildProcess.patience

    init() throws {
        // The ways of unlockpt(3) and ptsname(3), which Swift's module of the C library doesn't have.
        let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var lock: Int32 = 0
        var number: Int32 = 0
        guard descriptor >= 0, ioctl(descriptor, Self.setLock, &lock) == 0, ioctl(descriptor, Self.getNumber, &number) == 0 else {
            throw CocoaError(.featureUnsupported)
        }
        device = "/dev/pts/\(number)"
        let other = open(device, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard other >= 0 else { throw CocoaError(.featureUnsupported) }
        master = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        slave = FileHandle(fileDescriptor: other, closeOnDealloc: true)
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while case let count = read(master.fileDescriptor, &buffer, buffer.count), count > 0 {
                seen.withLock { $0 += String(decoding: buffer[..<count], as: UTF8.self) }
            }
        }
    }

    /// What programs have written to it.
    var text: String { seen.withLock { $0 } }

    func type(_ text: String) {
        try? master.write(contentsOf: Data(text.utf8))
    }

    /// Waits until what was written meets a condition.
    /// - Returns: false when it doesn't for long.
    func wait(until condition: (String) -> Bool) async -> Bool {
        let end = ContinuousClock.now + .seconds(Self.patience)
        while ContinuousClock.now < end {
            if condition(text) { return true }
            try? await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    /// Ends the reading, once no program has it open.
    func close() {
        try? slave.close()
    }
}
