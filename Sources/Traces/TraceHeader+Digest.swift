import Foundation

extension TraceHeader.Submission {
    /// Only what tells whether another submission is the same: 64-bit FNV-1a of its document and its files in the order
    /// of their names, as 16 hexadecimal digits. It is no protection against forgery.
    public var digest: String {
        switch self {
        case .digest(let digest): return digest
        case .embedded(let html, let files):
            var hash: UInt64 = 14_695_981_039_346_656_037
            func mix(_ bytes: some Sequence<UInt8>) {
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
                // Ends a part: this byte is in no UTF-8 text.
                hash = (hash ^ 0xFF) &* 1_099_511_628_211
            }
            mix(html.utf8)
            for (path, data) in files.sorted(by: { $0.key < $1.key }) {
                mix(path.utf8)
                mix(data)
            }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
    }

    /// Whether both are the same submission, as far as is known of them.
    public func isSame(as other: Self) -> Bool {
        if case .embedded = self, case .embedded = other { return self == other }
        return digest == other.digest
    }
}
