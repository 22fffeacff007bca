/// What a virtual machine's heap holds.
public struct MemoryStatistics: Sendable, Equatable {
    /// Bytes of live and not yet collected objects.
    public var heapSize: Int
    /// Bytes that the heap has taken from the system.
    public var heapCapacity: Int
    /// Bytes that objects hold outside of the heap: array buffers, strings.
    public var extraMemorySize: Int
    /// Number of objects.
    public var objectCount: Int
}
