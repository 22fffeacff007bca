import Foundation

/// A short text by which two traces can be told apart.
public enum TraceDigest {
    /// Eight hexadecimal digits (CRC-32).
    public static func text(of trace: Data) -> String {
        var checksum = Checksum()
        trace.withUnsafeBytes { checksum.add($0.bindMemory(to: UInt8.self)) }
        return checksum.text
    }
}
