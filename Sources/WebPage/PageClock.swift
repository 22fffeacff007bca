import ScriptEngine

/// The numbers of a page's event loop that are read often, read from the prelude's own memory without a call.
struct PageClock {
    /// Keeps the memory alive. Asked for its memory once, the engine keeps a typed array's numbers in a buffer that it never moves;
    /// only a script that has the array could detach it.
    private let cells: ScriptValue
    private let numbers: UnsafePointer<Double>?

    /// - Parameter cells: the event loop's `cells`, which no script of the page can reach, so that they stay where they are.
    init(_ cells: ScriptValue) {
        self.cells = cells
        numbers = cells.withTypedArray(of: Double.self) { UnsafePointer($0.baseAddress) } ?? nil
    }

    /// Milliseconds since the page began to load.
    var now: Double { numbers?[0] ?? 0 }
    /// When the next animation frame is due, in the same milliseconds.
    var nextFrameTime: Double { numbers?[1] ?? 0 }
    /// How many animation frames there have been.
    var frameCount: Int { Int(numbers?[2] ?? 0) }
    /// Whether something was queued since the last step came to its end.
    var hasQueued: Bool { (numbers?[3] ?? 1) != 0 }
}
