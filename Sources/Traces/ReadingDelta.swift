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
    /// Nil when nothing has changed.
    static func text(from old: JSONValue?, to new: JSONValue?) -> String? {
        guard old != new else { return nil }
        guard let new else { return "!" }
        guard let old else { return "=" + new.text }
        if let before = old.exactInteger, let after = new.exactInteger {
            return after > before ? "+\(after - before)" : "\(after - before)"
        }
        let absolute = "=" + new.text
        guard let relative = structural(from: old, to: new) else { return absolute }
        // What takes as much to say as the value itself is seldom said twice; the value may be.
        return relative.utf8.count * 4 <= absolute.utf8.count * 3 ? relative : absolute
    }

    /// The difference between two containers of the same kind; nil for other pairs.
    private static func structural(from old: JSONValue, to new: JSONValue) -> String? {
        switch (old, new) {
        case (.object(let old), .object(let new)):
            return "{" + changes(from: old, to: new).joined(separator: ",") + "}"
        case (.array(let old), .array(let new)):
            let copied = copies(from: old, to: new)
            guard old.count == new.count else { return copied }
            var parts: [String] = []
            for index in old.indices {
                if let part = text(from: old[index], to: new[index]) { parts.append("\(index)\(part)") }
            }
            let elements = "[" + parts.joined(separator: ",") + "]"
            if let copied, copied.utf8.count < elements.utf8.count { return copied }
            return elements
        default:
            return nil
        }
    }

    /// The changes of an object's members, each with the member's name.
    static func changes(from old: [JSONValue.Member], to new: [JSONValue.Member]) -> [String] {
        var changes: [String] = []
        var next = 0
        for member in new {
            while next < old.count, old[next].name < member.name {
                changes.append(name(old[next].name) + "!")
                next += 1
            }
            let isSame = next < old.count && old[next].name == member.name
            let change = text(from: isSame ? old[next].value : nil, to: member.value)
            if let change { changes.append(name(member.name) + change) }
            if isSame { next += 1 }
        }
        for member in old[next...] { changes.append(name(member.name) + "!") }
        return changes
    }

    /// Nil for arrays of plain values, and where more than one element in four is new: that would be no move of rows.
    private static func copies(from old: [JSONValue], to new: [JSONValue]) -> String? {
        guard new.allSatisfy(\.isContainer) else { return nil }
        var newCount = 0
        var parts: [String] = []
        var run: ClosedRange<Int>?
        func endRun() {
            if let run { parts.append(run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)-\(run.upperBound)") }
            run = nil
        }
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
            parts.append("=" + element.text)
            newCount += 1
            if newCount * 4 > new.count { return nil }
        }
        endRun()
        return "@" + parts.joined(separator: ",") + ";"
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
