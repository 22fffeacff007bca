import Foundation

/// What this process has used since the meter was made.
struct UsageMeter {
    private let start = Self.processorSeconds

    /// Lets the kernel count the peak anew (proc(5), `clear_refs`), for a worker does many submissions.
    init() {
        try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
    }

    var cpuSeconds: Double { Self.processorSeconds - start }

    /// Peak of resident memory in 10⁶ bytes; `VmHWM` is in units of 1,024.
    var peakMemoryMB: Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0
        return kilobytes * 1024 / 1_000_000
    }

    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
