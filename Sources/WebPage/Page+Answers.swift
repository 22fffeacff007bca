import Foundation
import ScriptEngine

/// What a page did with one key since it was opened.
public struct KeyAnswer: Sendable, Codable, Equatable {
    /// As `KeyboardEvent.key`.
    public var key: String
    /// How often it went down, the keyboard's own repeats included.
    public var presses: Int
    /// How often what a browser does by itself then was prevented.
    public var prevented: Int
    /// In how many of its events `key` or `code` was read, and in how many `keyCode`, `which` or `charCode`.
    public var modernReads: Int
    public var legacyReads: Int
}

/// The sounds of a page since it was opened.
public struct SoundReport: Sendable, Codable, Equatable {
    public var started = 0
    /// Those of them that could be heard: their context ran, and they led anywhere.
    public var heard = 0
    /// Addresses of sounds that were to be played and could not be had.
    public var lost: [String] = []

    public init() {}
}

/// What a page keeps in `localStorage`.
public struct StoredItems: Sendable, Codable, Equatable {
    public var items: [String: String] = [:]
    /// Names of items that were there when a script asked for them.
    public var reads: [String] = []

    public init() {}
}

extension Page {
    /// What the page did with each key that was pressed, in the order in which they were pressed first.
    public func keyAnswers() -> [KeyAnswer] { decode([KeyAnswer].self, from: "keyAnswers") ?? [] }

    public func sounds() -> SoundReport { decode(SoundReport.self, from: "sounds") ?? SoundReport() }

    public func stored() -> StoredItems { decode(StoredItems.self, from: "stored") ?? StoredItems() }

    /// Puts the items there that a page of the same site has left, before any script runs.
    func restoreStorage() {
        guard !options.storage.isEmpty, let items = try? JSONEncoder().encode(options.storage) else { return }
        _ = try? prelude["restoreStorage"].call(context.value(String(decoding: items, as: UTF8.self)))
    }
}
