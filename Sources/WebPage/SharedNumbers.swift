import ScriptEngine

/// Numbers of the prelude's that are read, or written, where it keeps them, without a call.
public struct SharedNumbers {
    /// Keeps the memory alive. Asked for its memory once, the engine keeps a typed array's numbers in a buffer that it never moves;
    /// only a script that has the array could detach it.
    private let cells: ScriptValue
    private let numbers: UnsafeMutableBufferPointer<Double>

    /// - Parameter cells: a `Float64Array` that no script of the page can reach, so that it stays where it is.
    init(_ cells: ScriptValue) {
        self.cells = cells
        numbers = cells.withTypedArray(of: Double.self) { $0 } ?? UnsafeMutableBufferPointer(start: nil, count: 0)
    }

    var count: Int { numbers.count }

    public internal(set) subscript(index: Int) -> Double {
        get { numbers[index] }
        nonmutating set { numbers[index] = newValue }
    }

    /// As a count or a number of something: what isn't a whole number is 0.
    func whole(_ index: Int) -> Int { Int(exactly: numbers[index]) ?? 0 }
}

extension Page {
    /// Numbers that a part of the prelude keeps for the host, by the name that it gave them on the prelude's object.
    public func sharedNumbers(_ name: String) -> SharedNumbers { SharedNumbers(prelude[name]) }
}
