/// Text in the making, as bytes: what is put together from many short parts is done sooner so than as strings.
extension [UInt8] {
    mutating func write(_ text: String) { append(contentsOf: text.utf8) }

    /// - Parameter radix: at most 36.
    mutating func write(_ number: Int, radix: UInt = 10) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let start = count
        var rest = number.magnitude
        repeat {
            let digit = UInt8(truncatingIfNeeded: rest % radix)
            append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
            rest /= radix
        } while rest > 0
        self[start...].reverse()
    }
}
