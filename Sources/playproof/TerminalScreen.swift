import Foundation
import Scenarios

/// A playfield and the figures beside it, drawn over and over at the same place of a terminal.
final class TerminalScreen {
    /// A line under the playfield.
    var status = ""
    private let isTerminal: Bool
    /// Lines that the last picture took.
    private var height = 0
    private var shown: [String] = []
    private static let hideCursor = "\u{1B}[?25l"
    private static let showCursor = "\u{1B}[?25h"

    /// - Parameter isTerminal: whether colours and the cursor can be had; without, each picture follows the one before.
    init(isTerminal: Bool) {
        self.isTerminal = isTerminal
    }

    func begin() throws(CommandFailure) {
        if isTerminal { try StandardStreams.write(Self.hideCursor) }
    }

    func end() throws(CommandFailure) {
        if isTerminal { try StandardStreams.write(Self.showCursor) }
    }

    /// - Parameter time: virtual milliseconds, where they are to be shown.
    func draw(readingJSON: String, time: Double?) throws(CommandFailure) {
        let reading = ReadingPicture.Reading(json: readingJSON)
        let picture = ReadingPicture.text(of: readingJSON)
        var lines = picture.split(separator: "\n").map { isTerminal ? Self.coloured($0) : String($0) }
        let figures = [("score", reading?.score), ("lines", reading?.lines), ("level", reading?.level)].compactMap { name, number in
            number.map { "\(name) \(shortNumber($0))" }
        }
        lines.append(([time.map(seconds)].compactMap { $0 } + figures).joined(separator: "  "))
        lines.append(status)
        let clear = "\u{1B}[K"
        guard lines != shown else { return }
        shown = lines
        let home = isTerminal && height > 0 ? "\u{1B}[\(height)A\r" : ""
        try StandardStreams.write(home + lines.map { isTerminal ? "\($0)\(clear)\r\n" : "\($0)\n" }.joined())
        height = lines.count
    }

    /// Two columns a cell, so that cells are about square.
    private static func coloured(_ row: Substring) -> String {
        let cells = row.map { cell in
            switch cell {
            case "#": "\u{1B}[44m  "
            case "@": "\u{1B}[43m  "
            default: "\u{1B}[100m  "
            }
        }
        return "  " + cells.joined() + "\u{1B}[0m"
    }
}
