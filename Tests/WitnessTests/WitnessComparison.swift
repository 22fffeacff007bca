import Foundation
import WebPage
import Witness

/// What differs between a session in the simulated browser and the same in a real one.
struct WitnessComparison {
    /// CSS pixels by which boxes may differ: the browsers' text is not shaped alike.
    private static let boxTolerance = 1.5
    /// Of 255, for a mean colour.
    private static let colorTolerance = 24

    struct Difference {
        /// `draws`, `text`, `boxes`, `records`, `pixels`, `steps` or `time`.
        var kind: String
        var text: String
    }

    /// The first difference of each kind.
    private(set) var differences: [Difference] = []

    init(simulated: SimulatedSession, report: WitnessReport) {
        compareSteps(simulated, report)
        let ours = simulated.records.compactMap(Self.line)
        let theirs = report.records.map { "\(Int($0.time)) \($0.kind) \($0.name)\($0.kind == "console" ? " " + $0.text : "")" }
        if ours != theirs {
            let index = zip(ours, theirs).prefix { $0 == $1 }.count
            add("records", "record \(index) is \(ours.dropFirst(index).first ?? "none"), in Chromium \(theirs.dropFirst(index).first ?? "none")")
        }
        comparePixels(simulated.pixels, report.pixels)
    }

    private mutating func compareSteps(_ simulated: SimulatedSession, _ report: WitnessReport) {
        if simulated.steps.count != report.steps.count {
            add("steps", "\(simulated.steps.count) steps, in Chromium \(report.steps.count)")
        }
        var text = ""
        var boxes: [PageDigest.Element] = []
        var found: Set<String> = []
        for (ours, theirs) in zip(simulated.steps, report.steps) {
            let place = "at \(Int(ours.time)) ms"
            text = theirs.digest.text ?? text
            boxes = theirs.digest.boxes ?? boxes
            if abs(ours.time - theirs.time) > 0.01, found.insert("time").inserted { add("time", "\(ours.time) in Chromium \(theirs.time)") }
            if ours.digest.draws != theirs.digest.draws, found.insert("draws").inserted {
                add("draws", "\(place) \(ours.digest.draws), in Chromium \(theirs.digest.draws)")
            }
            if let own = ours.digest.text, own != text, found.insert("text").inserted {
                add("text", "\(place) \(own.debugDescription), in Chromium \(text.debugDescription)")
            }
            if let own = ours.digest.boxes, let difference = Self.difference(own, boxes), found.insert("boxes").inserted {
                add("boxes", "\(place) \(difference)")
            }
        }
    }

    private static func difference(_ ours: [PageDigest.Element], _ theirs: [PageDigest.Element]) -> String? {
        for (own, other) in zip(ours, theirs) {
            let isNear = zip(own.box, other.box).allSatisfy { abs($0 - $1) <= boxTolerance }
            if own.name != other.name || own.look != other.look || !isNear { return "\(own) in Chromium \(other)" }
        }
        return ours.count == theirs.count ? nil : "\(ours.count) elements, in Chromium \(theirs.count)"
    }

    private mutating func comparePixels(_ ours: [[Int]?], _ theirs: [[Int]?]) {
        guard ours.count == theirs.count else { return add("pixels", "\(ours.count) canvases, in Chromium \(theirs.count)") }
        for (index, (own, other)) in zip(ours, theirs).enumerated() {
            guard let own, let other else {
                if (own == nil) != (other == nil) { add("pixels", "canvas \(index) has pixels in one browser only") }
                continue
            }
            let worst = zip(own, other).map { abs($0 - $1) }.max() ?? 0
            if worst > Self.colorTolerance { add("pixels", "canvas \(index) differs by up to \(worst) of 255") }
        }
    }

    private mutating func add(_ kind: String, _ text: String) {
        differences.append(Difference(kind: kind, text: text))
    }

    /// A record as both browsers have it: of errors only the name, since engines word them in their own ways.
    private static func line(of record: PageRecord) -> String? {
        switch record.kind {
        case .console: "\(Int(record.time)) console \(record.level ?? "") \(record.text ?? "")"
        case .error: "\(Int(record.time)) error \(record.name ?? "")"
        case .rejection: "\(Int(record.time)) rejection \(record.name ?? "")"
        case .dialog: "\(Int(record.time)) dialog \(record.dialog ?? "")"
        default: nil
        }
    }
}
