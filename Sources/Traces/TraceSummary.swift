import Foundation

/// A trace's last line: how much there is in it.
public struct TraceSummary: Sendable, Codable, Equatable {
    /// Number of the last frame and its virtual time, changed or not.
    public var frames: Int
    public var time: Double
    public var inputs: Int
    /// Frames that differ from the one before.
    public var changes: Int
    public var notes: Int
    /// CRC-32 of all lines before this one and of this one's counts.
    public var checksum: String

    /// The line with `checksum` as it is.
    var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return "!" + ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
    }

    /// With the checksum for a file whose lines before have this one.
    func sealed(_ lines: Checksum) -> TraceSummary {
        var sealed = self
        sealed.checksum = ""
        var checksum = lines
        checksum.add(sealed.line)
        sealed.checksum = checksum.text
        return sealed
    }
}
