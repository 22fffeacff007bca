import Foundation

/// What another process uses, read from `/proc` (proc(5)).
public struct ProcessUsage: Sendable {
    let identifier: Int32
    private static let pageSize = Double(sysconf(Int32(_SC_PAGESIZE)))
    private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))

    public init(identifier: Int32) {
        self.identifier = identifier
    }

    /// Resident memory in 10⁶ bytes.
    public var memoryMB: Double { field(1, of: "statm") * Self.pageSize / 1_000_000 }

    /// Processor seconds of all threads, and of the children that have ended. The counts stand behind the command's name,
    /// which may hold blanks.
    var processorSeconds: Double {
        guard let line = line(of: "stat"), let name = line.lastIndex(of: ")") else { return 0 }
        return line[name...].split(separator: " ").dropFirst(12).prefix(4).reduce(0) { $0 + (Double($1) ?? 0) } / Self.ticksPerSecond
    }

    /// The processes that the main thread has started and that run now.
    var children: [ProcessUsage] {
        (line(of: "task/\(identifier)/children") ?? "").split(separator: " ").compactMap { Int32($0).map(ProcessUsage.init) }
    }

    /// Seconds in which the main thread could have run and had no processor.
    var waitedSeconds: Double { field(1, of: "schedstat") / 1e9 }

    private func field(_ index: Int, of file: String) -> Double {
        guard let fields = line(of: file)?.split(separator: " "), fields.count > index else { return 0 }
        return Double(fields[index]) ?? 0
    }

    private func line(of file: String) -> String? {
        let descriptor = Glibc.open("/proc/\(identifier)/\(file)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { buffer in
            let count = read(descriptor, buffer.baseAddress!, 1023)
            guard count > 0 else { return nil }
            return String(decoding: buffer[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        }
    }
}
