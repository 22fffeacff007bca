import Foundation

/// What a script's text says, without its grammar: short quoted texts, whole numbers, and whether a word stands in it.
///
/// The text is read once; searching it anew for each of some hundred words would cost more than loading the page.
struct ScriptWords {
    /// Texts between two equal quotes, up to the length of the longest name of a key.
    let quoted: Set<String>
    /// Whole numbers that are no part of a name, a fraction, a colour or a percentage.
    let numbers: Set<Int>
    /// Letters that are the whole name of a property after a dot, as in `held.x`.
    let letterProperties: Set<String>
    private let bytes: [UInt8]

    private static let quotedLengthMax = 16

    init(in text: String) {
        bytes = Array(text.utf8)
        quoted = Self.quoted(in: bytes)
        numbers = Self.numbers(in: bytes)
        letterProperties = Self.letterProperties(in: bytes)
    }

    func contains(_ word: String) -> Bool {
        let word = Array(word.utf8)
        guard let first = word.first else { return true }
        return bytes.withUnsafeBytes { text in
            var start = 0
            while start + word.count <= text.count,
                let found = memchr(text.baseAddress! + start, Int32(first), text.count - word.count - start + 1)
            {
                if memcmp(found, word, word.count) == 0 { return true }
                start = found - UnsafeMutableRawPointer(mutating: text.baseAddress!) + 1
            }
            return false
        }
    }

    private static func quoted(in bytes: [UInt8]) -> Set<String> {
        var texts: Set<String> = []
        for quote in "'\"`".utf8 {
            var start: Int?
            for (index, byte) in bytes.enumerated() where byte == quote {
                if let start, index - start <= quotedLengthMax { texts.insert(String(decoding: bytes[start..<index], as: UTF8.self)) }
                start = index + 1
            }
        }
        return texts
    }

    private static func numbers(in bytes: [UInt8]) -> Set<Int> {
        var numbers: Set<Int> = []
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            let joinsBefore = start > 0 && (isLetter(bytes[start - 1]) || ".#".utf8.contains(bytes[start - 1]))
            let joinsAfter = index < bytes.count && (isLetter(bytes[index]) || ".%".utf8.contains(bytes[index]))
            guard !joinsBefore, !joinsAfter, let number = Int(String(decoding: bytes[start..<index], as: UTF8.self)) else { continue }
            numbers.insert(number)
        }
        return numbers
    }

    private static func letterProperties(in bytes: [UInt8]) -> Set<String> {
        var letters: Set<String> = []
        for index in bytes.indices.dropFirst(2) where bytes[index - 2] == UInt8(ascii: ".") && isLetter(bytes[index - 1]) {
            if !isLetter(bytes[index]), !isDigit(bytes[index]), !"_$".utf8.contains(bytes[index]) {
                letters.insert(String(decoding: [bytes[index - 1]], as: UTF8.self))
            }
        }
        return letters
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
}
