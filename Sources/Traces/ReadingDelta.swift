/// What has changed in one member of a reading, as a short text.
///
///     +3 -3        an integer that went up or down by so much
///     =JSON        another value
///     !            the member is gone
///     {a+1,b=2}    members of an object
///     [0+1,3[1-1]] elements of an array, by index
///     @0,0-17;     an array made of elements of the old one (0, then 0 to 17) and of new ones (=JSON)
///
/// Differences, not values, as the same few differences make most of a game: a piece falls, moves, or turns, and each
/// of them is one text wherever it happens. The last form is what clearing rows does to a playfield.
enum ReadingDelta {
    /// Writes what makes the new one of two values that differ of the old one; nil stands for a member that isn't there.
    static func write(from old: JSONValue?, to new: JSONValue?, to text: inout [UInt8]) {
        guard let new else { return text.append(UInt8(ascii: "!")) }
        if let before = old?.exactInteger, let after = new.exactInteger {
            if after > before { text.append(UInt8(ascii: "+")) }
            return text.write(after - before)
        }
        let start = text.count
        let isRelative = old.map { writeStructural(from: $0, to: new, to: &text) } ?? false
        let middle = text.count
        text.append(UInt8(ascii: "="))
        new.write(to: &text)
        guard isRelative else { return }
        // What takes as much to say as the value itself is seldom said twice; the value may be.
        let isShort = (middle - start) * 4 <= (text.count - middle) * 3
        text.removeSubrange(isShort ? middle..<text.count : start..<middle)
    }

    /// The difference between two containers of the same kind; false, and nothing is written, for other pairs.
    private static func writeStructural(from old: JSONValue, to new: JSONValue, to text: inout [UInt8]) -> Bool {
        switch (old, new) {
        case (.object(let old), .object(let new)):
            text.append(UInt8(ascii: "{"))
            let start = text.count
            forEachChange(from: old, to: new) { name, before, after in
                if text.count > start { text.append(UInt8(ascii: ",")) }
                text.write(Self.name(name))
                write(from: before, to: after, to: &text)
            }
            text.append(UInt8(ascii: "}"))
            return true
        case (.array(let old), .array(let new)):
            let start = text.count
            let isCopied = writeCopies(from: old, to: new, to: &text)
            guard old.count == new.count else { return isCopied }
            let middle = text.count
            writeElements(from: old, to: new, to: &text)
            guard isCopied else { return true }
            text.removeSubrange(middle - start < text.count - middle ? middle..<text.count : start..<middle)
            return true
        default:
            return false
        }
    }

    /// The elements that differ, of arrays of the same length.
    private static func writeElements(from old: [JSONValue], to new: [JSONValue], to text: inout [UInt8]) {
        text.append(UInt8(ascii: "["))
        let start = text.count
        for index in old.indices where old[index] != new[index] {
            if text.count > start { text.append(UInt8(ascii: ",")) }
            text.write(index)
            write(from: old[index], to: new[index], to: &text)
        }
        text.append(UInt8(ascii: "]"))
    }

    /// Goes through the members that differ of two objects, in the order of their names.
    static func forEachChange(
        from old: [JSONValue.Member], to new: [JSONValue.Member], _ body: (_ name: String, _ old: JSONValue?, _ new: JSONValue?) -> Void
    ) {
        var next = 0
        for member in new {
            while next < old.count, old[next].name < member.name {
                body(old[next].name, old[next].value, nil)
                next += 1
            }
            let isSame = next < old.count && old[next].name == member.name
            let before = isSame ? old[next].value : nil
            if before != member.value { body(member.name, before, member.value) }
            if isSame { next += 1 }
        }
        for member in old[next...] { body(member.name, member.value, nil) }
    }

    /// False, and nothing is written, for arrays of plain values, and where more than one element in four is new: that would be
    /// no move of rows.
    private static func writeCopies(from old: [JSONValue], to new: [JSONValue], to text: inout [UInt8]) -> Bool {
        guard new.allSatisfy(\.isContainer) else { return false }
        let start = text.count
        var newCount = 0
        var run: ClosedRange<Int>?
        func separate() { if text.count > start + 1 { text.append(UInt8(ascii: ",")) } }
        func endRun() {
            guard let ended = run else { return }
            separate()
            text.write(ended.lowerBound)
            if ended.count > 1 {
                text.append(UInt8(ascii: "-"))
                text.write(ended.upperBound)
            }
            run = nil
        }
        text.append(UInt8(ascii: "@"))
        for element in new {
            if let current = run, current.upperBound + 1 < old.count, old[current.upperBound + 1] == element {
                run = current.lowerBound...(current.upperBound + 1)
                continue
            }
            endRun()
            if let index = old.firstIndex(of: element) {
                run = index...index
                continue
            }
            newCount += 1
            guard newCount * 4 <= new.count else {
                text.removeSubrange(start...)
                return false
            }
            separate()
            text.append(UInt8(ascii: "="))
            element.write(to: &text)
        }
        endRun()
        text.append(UInt8(ascii: ";"))
        return true
    }

    /// A member's name: bare when it is a plain word, else as a JSON string.
    static func name(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { isWordByte($0) } && name.utf8.first.map { $0 > 0x39 } == true
        return isPlain ? name : JSONValue.string(name).text
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte == 0x5F
    }
}
