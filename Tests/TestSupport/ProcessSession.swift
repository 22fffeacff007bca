import Foundation

/// A session of processes (setsid(2)): a child and all that it started, in whatever process groups they are.
struct ProcessSession {
    /// The process that began it.
    let leader: pid_t

    /// The processes in it that still run.
    var members: [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter(isRunning)
    }

    /// Kills all that still run, those too that start meanwhile.
    func kill() {
        for _ in 0..<100 {
            let members = members
            if members.isEmpty { return }
            for member in members { Glibc.kill(member, SIGKILL) }
            usleep(10_000)
        }
    }

    /// Whether a process is of this session and has not ended; proc(5): `pid (name) state parent group session …`.
    private func isRunning(_ process: pid_t) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8), let name = status.lastIndex(of: ")") else { return false }
        let fields = status[name...].split(separator: " ")
        return fields.count > 4 && fields[4] == "\(leader)" && fields[1] != "Z" && fields[1] != "X"
    }
}
