import Foundation

/// Cuts a stream of bytes into lines.
struct LineSplitter {
    private var partial = Data()

    /// Bytes of the line that isn't complete yet.
    var pendingBytes: Int { partial.count }

    /// The lines that are complete with these bytes.
    mutating func lines(adding bytes: some Collection<UInt8>) -> [Data] {
        var lines: [Data] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            partial.append(contentsOf: rest[..<end])
            lines.append(partial)
            partial = Data()
            rest = rest[rest.index(after: end)...]
        }
        partial.append(contentsOf: rest)
        return lines
    }

    /// What stands behind the last line feed; nil when nothing does.
    mutating func rest() -> Data? {
        defer { partial = Data() }
        return partial.isEmpty ? nil : partial
    }
}
