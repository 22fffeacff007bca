import Foundation
import Scenarios
import Traces
import WebPage

/// The moments of a trace that are worth a picture.
struct TraceMoments {
    struct Moment {
        /// Virtual milliseconds.
        var time: Double
        var label: String
    }

    /// Virtual milliseconds at which the trace ends.
    let end: Double
    /// Virtual milliseconds from which on there is a playfield.
    private let start: Double
    /// Findings that aren't passes, and errors, in the order of time.
    private let told: [Moment]

    init(_ trace: Trace) {
        end = trace.summary?.time ?? trace.events.last?.time ?? 0
        let first = trace.frames.first { !ReadingPicture.text(of: $0.reading).isEmpty }
        start = first?.time ?? 0
        told = trace.events.compactMap { event in
            guard case .note(let kind, let json, let time) = event else { return nil }
            return Self.label(kind, Data(json.utf8)).map { Moment(time: time, label: $0) }
        }
    }

    /// The moment that says most: the first finding or error, else the end.
    var main: Double { told.first?.time ?? end }

    /// So many moments at most: what was found, with the beginning and the end; or some spread over the session.
    func strip(_ count: Int) -> [Moment] {
        guard !told.isEmpty, count > 2 else {
            let parts = max(count - 1, 1)
            return (0..<count).map { Moment(time: start + (end - start) * Double($0) / Double(parts), label: "") }
        }
        var moments = [Moment(time: min(start, main), label: "start")]
        for moment in told where moments.count < count - 1 {
            if moment.time - (moments.last?.time ?? 0) > 1 || moments.count == 1 { moments.append(moment) }
        }
        return moments + [Moment(time: end, label: "end")]
    }

    private static func label(_ kind: TraceEvent.Kind, _ json: Data) -> String? {
        switch kind {
        case .console: return nil
        case .error: return (try? JSONDecoder().decode(PageRecord.self, from: json)).map { $0.name ?? "Error" }
        case .finding:
            guard let finding = try? JSONDecoder().decode(Finding.self, from: json), finding.status == .fail || finding.status == .absent else { return nil }
            return finding.id
        }
    }
}

/// Virtual milliseconds as seconds with two digits, for captions.
func seconds(_ milliseconds: Double) -> String {
    let hundredths = Int((milliseconds / 10).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
}
