import CProcess
import Foundation

/// A copy of this process, made in a moment, that finds something out and is gone (fork(2)): what it does to a page, the
/// page here never sees.
///
/// Only where the engine does all its work on the calling thread, for other threads aren't copied, and might hold a lock
/// for ever; see ``EngineTuning/runsAlone``.
public enum ProcessCopy {
    /// The most that a copy can answer, in bytes. What isn't used of it costs nothing.
    private static let answerMax = 1 << 24

    /// Processor seconds of this process, of the copies it has made, and, in a copy, of the process it is a copy of.
    public static var processorSeconds: Double {
        var own = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &own)
        var copies = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &copies)
        let times = [copies.ru_utime, copies.ru_stime]
        return inheritedSeconds + Double(own.tv_sec) + Double(own.tv_nsec) / 1e9
            + times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }

    nonisolated(unsafe) private static var inheritedSeconds = 0.0

    /// Runs `body` in a copy of this process.
    /// - Parameter processorSeconds: what the copy may take.
    /// - Returns: what `body` returned; nil when it returned nothing, took too long, crashed, or no copy can be made.
    public static func run(processorSeconds: Double, _ body: () -> Data?) -> Data? {
        EngineTuning.runsAlone ? fork(processorSeconds: processorSeconds, body) : nil
    }

    static func fork(processorSeconds: Double, _ body: () -> Data?) -> Data? {
        let size = MemoryLayout<Int>.size + answerMax
        guard let shared = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0),
            shared != MAP_FAILED
        else { return nil }
        defer { munmap(shared, size) }
        let answer = UnsafeMutableRawBufferPointer(start: shared + MemoryLayout<Int>.size, count: answerMax)
        let parent = getpid(), used = Self.processorSeconds
        let copy = Glibc.fork()
        if copy == 0 {
            inheritedSeconds = used
            limit(processorSeconds: processorSeconds, parent: parent)
            VirtualMachine.liftLimitsForCopy()
            guard let data = body(), data.count <= answerMax else { _exit(1) }
            data.copyBytes(to: answer)
            shared.storeBytes(of: data.count, as: Int.self)
            // Nothing is wound up: all of it belongs to the process that was copied.
            _exit(0)
        }
        guard copy > 0, hasEndedWell(copy) else { return nil }
        return Data(answer[..<shared.load(as: Int.self)])
    }

    private static func hasEndedWell(_ copy: pid_t) -> Bool {
        var status: Int32 = 0
        while waitpid(copy, &status, 0) < 0 {
            guard errno == EINTR else { return false }
        }
        return status == 0
    }

    /// The engine's own limits don't hold in a copy (``VirtualMachine/liftLimitsForCopy()``), so the kernel ends one that
    /// takes too long, and one whose parent is gone. First of all, for lifting those limits takes locks of the engine, which
    /// stay closed for ever in a copy if a thread that isn't in it held them.
    private static func limit(processorSeconds: Double, parent: pid_t) {
        // A thread may keep such signals off, as those of Dispatch do.
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGPROF, SIGALRM] {
            Glibc.signal(signal, SIG_DFL)
            sigaddset(&signals, signal)
        }
        sigprocmask(SIG_UNBLOCK, &signals, nil)
        _ = playproof_die_with_parent()
        guard getppid() == parent else { _exit(1) }
        set(ITIMER_PROF, seconds: processorSeconds)
        // On a busy machine a copy waits for its turn; one that waits longer than this has come to a standstill.
        set(ITIMER_REAL, seconds: 3 * processorSeconds)
    }

    /// The signal of these timers ends a process that doesn't handle it (setitimer(2)).
    private static func set(_ timer: __itimer_which, seconds: Double) {
        let whole = seconds.rounded(.down)
        var value = itimerval()
        value.it_value = timeval(tv_sec: Int(whole), tv_usec: Int((seconds - whole) * 1_000_000))
        setitimer(__itimer_which_t(timer.rawValue), &value, nil)
    }
}
