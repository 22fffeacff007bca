import Foundation

/// The terminal of standard input without echo and without waiting for whole lines, until it is put back.
final class RawTerminal {
    private var saved = termios()

    /// - Throws: ``CommandFailure`` when standard input is no terminal.
    init() throws(CommandFailure) {
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &saved) == 0 else {
            throw CommandFailure("standard input is no terminal. Run playproof play in one; playproof record takes its input from a file.")
        }
        var raw = saved
        cfmakeraw(&raw)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    }

    func restore() {
        tcsetattr(STDIN_FILENO, TCSANOW, &saved)
    }

    /// What has been typed, waiting for it so many milliseconds; nil when the terminal is gone.
    func read(waiting milliseconds: Int32) -> [UInt8]? {
        var state = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, milliseconds) > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
        return count > 0 ? Array(bytes[..<count]) : nil
    }
}
