import Foundation

/// Tries what a worker must not be able to do, so that anyone can see whether it is refused on this machine.
enum RightsCheck {
    /// What was tried, in words, with the error's number; 0 when it succeeded.
    static func results() -> [(attempt: String, error: Int32)] {
        [
            ("open a file for reading", error { Glibc.open("/etc/passwd", O_RDONLY) }),
            ("open a file for writing", error { Glibc.open("/tmp/playproof-rights-check", O_WRONLY | O_CREAT, 0o600) }),
            ("remove a file", error { unlink("/tmp/playproof-rights-check-that-is-not-there") }),
            ("look into a folder", error { chdir("/") }),
            ("make a network socket", error { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }),
            ("make a local socket", error { socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) }),
            ("connect to a socket", error { connect(STDIN_FILENO, nil, 0) }),
            ("start a program", startProgram()),
            ("become another program", error { execve("/nonexistent", [nil], [nil]) }),
            ("look at another process", error { Glibc.kill(getppid(), 0) }),
        ]
    }

    private static func error(_ call: () -> Int32) -> Int32 {
        let result = call()
        guard result < 0 else { return 0 }
        return errno
    }

    private static func startProgram() -> Int32 {
        var process = pid_t()
        let status = posix_spawn(&process, "/bin/true", nil, nil, ["/bin/true", nil].map { $0.map { strdup($0) } }, [nil])
        if status == 0 { waitpid(process, nil, 0) }
        return status
    }
}
