import Foundation
import GameReading
import WebPage

/// Watches a session frame by frame for whoever records it: what is read of the game, and a digest of what was painted.
public final class GameWatch {
    private let session: GameSession
    private var tracker: FieldTracker?

    public init(_ session: GameSession) {
        self.session = session
        tracker = session.newTracker()
    }

    private struct Reading: Encodable {
        var board: [String]?
        var piece: [Cell]?
        var score, lines, level: Double?
    }

    /// The reading now, as a JSON object; empty where no playfield is known.
    public func readingJSON() -> String {
        if let observation = session.observe() { tracker?.see(observation) }
        let numbers = session.page.shownNumbers()
        let reading = Reading(
            board: tracker.map { FieldPicture.text(of: $0.settled).components(separatedBy: "\n") },
            piece: tracker?.piece?.cells, score: numbers.score, lines: numbers.lines, level: numbers.level)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return (try? encoder.encode(reading)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// A digest of everything that is painted, by FNV-1a over the boxes of all surfaces.
    public func digest() -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        func mix(_ value: Int) {
            var rest = UInt64(bitPattern: Int64(value))
            for _ in 0..<8 {
                hash = (hash ^ UInt32(rest & 0xFF)) &* 16_777_619
                rest >>= 8
            }
        }
        for surface in session.page.surfaces() {
            for box in session.page.boxes(ofSurface: surface.id) {
                for number in [box.x, box.y, box.width, box.height] where number.magnitude < 1e9 { mix(Int((number * 16).rounded())) }
                mix(Int(session.page.looks.digest(of: box.look)))
                mix(Int((box.alpha * 255).rounded()))
                mix(Int(box.kind.rawValue))
            }
        }
        return hash
    }
}
