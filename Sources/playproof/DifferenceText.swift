import Foundation
import GamePlaying
import Scenarios
import Traces
import WebPage

/// A difference of two traces for a person: the place, both playfields, the inputs around it, and the source of an error.
struct DifferenceText {
    let expected: Trace
    let actual: Trace
    /// Inputs that are shown before the difference, and after it.
    private static let inputsBefore = 4
    private static let inputsAfter = 1

    func text(of difference: TraceDifference) -> String {
        var lines = [difference.description(picture: ReadingPicture.text(of:))]
        lines += inputLines(around: difference.time)
        lines += errorLines(around: difference)
        return lines.joined(separator: "\n")
    }

    /// Every difference in a line or two.
    func list(_ differences: [TraceDifference]) -> String {
        let lines = differences.map { difference in
            let start = "frame \(difference.frame), \(VirtualDuration.text(milliseconds: difference.time)): \(difference.detail)"
            return difference.endFrame.map { "\(start), until frame \($0)" } ?? start
        }
        return (lines + ["\(differences.count) difference\(differences.count == 1 ? "" : "s")"]).joined(separator: "\n")
    }

    private func inputLines(around time: Double) -> [String] {
        let inputs = actual.inputs.isEmpty ? expected.inputs : actual.inputs
        let next = inputs.firstIndex { $0.time > time } ?? inputs.count
        let range = max(0, next - Self.inputsBefore)..<min(inputs.count, next + Self.inputsAfter)
        guard !range.isEmpty else { return [] }
        return ["inputs"] + range.map { index in
            let mark = index < next ? "  " : "  then "
            return "\(mark)\(VirtualDuration.text(milliseconds: inputs[index].time))  \(Self.words(for: inputs[index].json))"
        }
    }

    /// An input as a person says it; its JSON where it can't be read.
    static func words(for json: String) -> String {
        guard let action = try? JSONDecoder().decode(InputEvent.Action.self, from: Data(json.utf8)) else { return json }
        return action.words
    }

    /// Errors that the second trace has and the first one hasn't, up to the difference.
    private func errorLines(around difference: TraceDifference) -> [String] {
        let known = Set(expected.errors.map(\.json))
        let horizon = difference.time + expected.header.frameInterval
        let new = actual.errors.filter { !known.contains($0.json) && $0.time <= horizon }
        return new.prefix(3).flatMap { error -> [String] in
            guard let record = try? JSONDecoder().decode(PageRecord.self, from: Data(error.json.utf8)) else { return [] }
            let place = record.line.map { $0 > 0 ? " (line \($0))" : "" } ?? ""
            return ["\(record.name ?? "Error"): \(record.message ?? "")\(place)"] + sourceLines(of: record)
        }
    }

    private func sourceLines(of record: PageRecord) -> [String] {
        guard let line = record.line, line > 0, let page = SessionReplay.page(of: actual.header) else { return [] }
        let text = record.source.flatMap { page.files[$0] }.map { String(decoding: $0, as: UTF8.self) } ?? page.html
        let source = text.split(separator: "\n", omittingEmptySubsequences: false)
        let index = line - (record.source.flatMap { page.files[$0] } == nil ? page.firstLine : 1)
        return (max(0, index - 1)..<max(0, min(source.count, index + 2))).map { number in
            let mark = number == index ? ">" : " "
            return "  \(mark) \(number - index + line)  \(source[number].prefix(160))"
        }
    }
}

extension Trace {
    /// The uncaught errors, as JSON.
    fileprivate var errors: [(json: String, time: Double)] {
        events.compactMap { if case .note(.error, let json, let time) = $0 { (json, time) } else { nil } }
    }
}

extension InputEvent.Action {
    /// As `ArrowLeft down`.
    var words: String {
        switch self {
        case .keyDown(let stroke, let isRepeat): "\(Self.name(stroke)) \(isRepeat ? "repeats" : "down")"
        case .keyUp(let stroke): "\(Self.name(stroke)) up"
        case .click(let selector): "click \(selector)"
        case .clickAt(let x, let y): "click at \(Int(x)),\(Int(y))"
        case .touchStart(let x, let y): "touch at \(Int(x)),\(Int(y))"
        case .touchMove(let x, let y): "touch moves to \(Int(x)),\(Int(y))"
        case .touchEnd(let x, let y): "touch ends at \(Int(x)),\(Int(y))"
        case .stall(let milliseconds): "a stall of \(Int(milliseconds)) ms"
        }
    }

    private static func name(_ stroke: KeyStroke) -> String { stroke.key == " " ? "Space" : stroke.key }
}
