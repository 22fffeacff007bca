import Foundation
import ScriptEngine

/// What this process has used since the last start, for one job after the other.
///
/// Its files of `/proc` are opened once: a worker can open none later.
final class UsageMeter {
    private let status = open("/proc/self/status", O_RDONLY | O_CLOEXEC)
    private let resets = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
    private var start = ProcessCopy.processorSeconds

    /// Lets the kernel count the peak anew (proc(5), `clear_refs`), for a worker does many submissions.
    func restart() {
        start = ProcessCopy.processorSeconds
        _ = pwrite(resets, "5", 1, 0)
    }

    var cpuSeconds: Double { ProcessCopy.processorSeconds - start }

    /// Peak of resident memory in 10⁶ bytes; `VmHWM` is in units of 1,024.
    var peakMemoryMB: Double {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = pread(status, &buffer, buffer.count, 0)
        guard count > 0 else { return 0 }
        let line = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0
        return kilobytes * 1024 / 1_000_000
    }
}
