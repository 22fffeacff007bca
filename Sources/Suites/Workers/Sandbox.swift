import CSeccomp
import Foundation

/// Takes from this process, for good, every right that judging a game doesn't need: it can go on with the memory, the
/// threads and the descriptors it has, and can't open a file, make a connection or start a program (seccomp(2)).
///
/// What isn't on the list below is refused with `EACCES`, so that a library that asks for more gets an error and goes on.
enum Sandbox {
    /// Calls that only use what the process already has.
    private static let allowed = [
        // Descriptors that are open.
        "read", "readv", "pread64", "write", "writev", "pwrite64", "lseek", "close", "fstat", "fcntl", "dup", "dup2", "dup3",
        "poll", "ppoll", "select", "pselect6", "epoll_create1", "epoll_ctl", "epoll_wait", "epoll_pwait", "eventfd2", "pipe2", "fsync",
        "timerfd_create", "timerfd_settime", "timerfd_gettime",
        // Memory.
        "brk", "mmap", "munmap", "mprotect", "mremap", "madvise", "mincore", "msync", "mlock", "munlock", "membarrier", "pkey_alloc",
        "pkey_free", "pkey_mprotect",
        // Threads, and signals among them.
        "futex", "futex_waitv", "set_robust_list", "get_robust_list", "rseq", "set_tid_address", "arch_prctl", "sched_yield",
        "sched_getaffinity", "sched_setaffinity", "sched_getparam", "sched_getscheduler", "sched_setscheduler", "sched_get_priority_max",
        "sched_get_priority_min", "getpriority", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigsuspend", "rt_sigtimedwait",
        "sigaltstack", "restart_syscall", "exit", "exit_group", "getcpu",
        // Time and facts about the process.
        "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "times", "getrusage", "getpid", "gettid",
        "getppid", "getuid", "geteuid", "getgid", "getegid", "getpgid", "getpgrp", "getsid", "uname", "sysinfo", "getrlimit", "getrandom",
        // Copies of the process, which limit themselves and are waited for.
        "wait4", "setitimer",
    ]

    /// Calls of which only some uses are harmless: those in which an argument is as given.
    private static func conditions() -> [(call: String, argument: UInt32, comparison: scmp_compare, mask: UInt64, value: UInt64)] {
        let own = UInt64(getpid())
        return [
            // A thread, or a copy of the process, which has no more rights than this one.
            ("clone", 0, SCMP_CMP_MASKED_EQ, playproof_clone_thread, playproof_clone_thread),
            ("clone", 0, SCMP_CMP_EQ, playproof_clone_copy, 0),
            ("prctl", 0, SCMP_CMP_EQ, playproof_set_parent_death_signal, 0),
            ("tgkill", 0, SCMP_CMP_EQ, own, 0),
            ("kill", 0, SCMP_CMP_EQ, own, 0),
            ("prlimit64", 2, SCMP_CMP_EQ, 0, 0),
            ("prctl", 0, SCMP_CMP_EQ, playproof_set_name, 0),
        ]
    }

    /// Enters for all threads that there are and will be.
    /// - Returns: why it can't be done; nil when it is done.
    static func enter() -> String? {
        guard let filter = seccomp_init(playproof_action_refuse) else { return "the filter can't be made" }
        defer { seccomp_release(filter) }
        seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1)
        // The kernel's own reason, should it refuse.
        seccomp_attr_set(filter, SCMP_FLTATR_API_SYSRAWRC, 1)
        // A search tree; and no slower code for the engine: there is nothing to read in the process but the game's own.
        seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2)
        seccomp_attr_set(filter, SCMP_FLTATR_CTL_SSB, 1)
        for name in allowed {
            if let problem = allow(name, in: filter, when: []) { return problem }
        }
        for condition in conditions() {
            let comparison = scmp_arg_cmp(arg: condition.argument, op: condition.comparison, datum_a: condition.mask, datum_b: condition.value)
            if let problem = allow(condition.call, in: filter, when: [comparison]) { return problem }
        }
        // The C library then starts its threads with clone, whose arguments a filter can look at.
        seccomp_rule_add_array(filter, playproof_action_unknown_call, seccomp_syscall_resolve_name("clone3"), 0, nil)
        let status = seccomp_load(filter)
        return status == 0 ? nil : String(cString: strerror(-status)).lowercased()
    }

    private static func allow(_ name: String, in filter: scmp_filter_ctx, when comparisons: [scmp_arg_cmp]) -> String? {
        let call = seccomp_syscall_resolve_name(name)
        // A call that this kind of processor doesn't have needs no permission.
        guard call >= 0 else { return nil }
        let status = seccomp_rule_add_array(filter, playproof_action_allow, call, UInt32(comparisons.count), comparisons)
        return status == 0 ? nil : "\(name): \(String(cString: strerror(-status)).lowercased())"
    }
}
