import Foundation
import Suites

/// The keys that a terminal sends, as a browser's keyboard has them.
///
/// A terminal tells only that a key was typed. So a key counts as down from then on, as held while the terminal's own
/// repeat sends it again, and as up when that is over.
struct TerminalKeys {
    /// Seconds after which a key that isn't typed again has been let go.
    static let release = 0.12
    /// Typing one of these ends the game: Ctrl-C, Ctrl-D, Ctrl-Q.
    private static let quitBytes: Set<UInt8> = [3, 4, 17]
    private static let sequences: [String: String] = [
        "[A": "ArrowUp", "[B": "ArrowDown", "[C": "ArrowRight", "[D": "ArrowLeft", "OA": "ArrowUp", "OB": "ArrowDown", "OC": "ArrowRight",
        "OD": "ArrowLeft", "[H": "Home", "[F": "End", "[3~": "Delete", "[5~": "PageUp", "[6~": "PageDown",
    ]

    private var held: [(key: String, until: Double)] = []
    private(set) var hasQuit = false

    /// What bytes from the terminal mean, at a time in seconds.
    mutating func type(_ bytes: [UInt8], at time: Double) -> [PlayOrder.Key] {
        var keys: [PlayOrder.Key] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if Self.quitBytes.contains(byte) { hasQuit = true }
            guard let key = Self.key(byte, &rest) else { continue }
            let isRepeat = held.contains { $0.key == key }
            held.removeAll { $0.key == key }
            held.append((key, time + Self.release))
            keys.append(PlayOrder.Key(key: key, down: true, isRepeat: isRepeat))
        }
        return keys
    }

    /// The keys that have been let go by now.
    mutating func released(at time: Double) -> [PlayOrder.Key] {
        let over = held.filter { $0.until <= time }
        held.removeAll { $0.until <= time }
        return over.map { PlayOrder.Key(key: $0.key, down: false) }
    }

    /// The key that begins with this byte; takes the rest of its sequence.
    private static func key(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> String? {
        switch byte {
        case 0x1B:
            for length in [3, 2] {
                guard rest.count >= length, let key = sequences[String(decoding: rest.prefix(length), as: UTF8.self)] else { continue }
                rest.removeFirst(length)
                return key
            }
            return "Escape"
        case 9: return "Tab"
        case 10, 13: return "Enter"
        case 8, 127: return "Backspace"
        case 32..<127: return String(UnicodeScalar(byte))
        default: return nil
        }
    }
}
