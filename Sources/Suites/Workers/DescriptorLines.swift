import Foundation

/// The lines that arrive at a file descriptor, whole, without their line feeds.
struct DescriptorLines {
    private let descriptor: Int32
    private var splitter = LineSplitter()
    private var pending: [Data] = []
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The next line; nil at the end of input.
    mutating func next() -> Data? {
        while pending.isEmpty {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return splitter.rest() }
            pending = splitter.lines(adding: chunk[..<count]).reversed()
        }
        return pending.popLast()
    }
}
