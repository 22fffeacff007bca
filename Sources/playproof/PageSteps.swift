import Foundation
import GamePlaying
import Scenarios
import Suites
import WebPage

/// Does the steps of `open` and of key scripts, and tells what the page's console says meanwhile.
final class PageSteps {
    private let session: GameSession
    private let output: WorkerOutput
    /// How many of the page's records have been told.
    private var told = 0
    /// Longest stretch of time between two looks at the console, so that it is told as it goes.
    private static let stretch = 1000.0

    init(_ session: GameSession, output: WorkerOutput) {
        self.session = session
        self.output = output
    }

    /// - Returns: 0, or 1 when a step could not be done or the page hangs.
    func perform(_ steps: [OpenOrder.Step]) -> Int32 {
        tell()
        for step in steps {
            output.stage(Self.name(of: step), time: session.now)
            let failure = perform(step)
            tell()
            if let failure {
                output.send(.log("playproof: \(failure)"))
                return 1
            }
        }
        return session.isHung ? 1 : 0
    }

    /// - Returns: why the step could not be done.
    private func perform(_ step: OpenOrder.Step) -> String? {
        switch step {
        case .advance(let milliseconds): advance(milliseconds)
        case .press(let key): KeyStroke.named(key).map { session.make(.key($0)) }
        case .hold(let key, let milliseconds): KeyStroke.named(key).map { session.hold(.key($0), milliseconds: milliseconds) }
        case .advanceTo(let milliseconds): advance(milliseconds - session.now)
        case .key(let key, let isDown): KeyStroke.named(key).map { session.key(down: isDown, $0) }
        case .click(let selector):
            guard exists(selector) else {
                return "no element matches the selector \(selector). Look at the page with --screenshot."
            }
            session.make(.click(selector), gapFrames: 0)
        case .evaluate(let expression):
            do {
                output.send(.output(try session.page.evaluate(expression)))
            } catch {
                return "the expression \(expression) failed with \(error)"
            }
        case .screenshot(let file):
            guard let picture = session.page.screenshot() else { return "no picture could be made for \(file)" }
            output.send(.file(name: file, picture))
        }
        return nil
    }

    private func exists(_ selector: String) -> Bool {
        guard let name = try? JSONEncoder().encode(selector) else { return false }
        return (try? session.page.evaluate("document.querySelector(\(String(decoding: name, as: UTF8.self))) !== null")) == "true"
    }

    private func advance(_ milliseconds: Double) {
        let end = session.now + milliseconds
        while !session.isHung, session.now < end {
            session.advance(milliseconds: min(end - session.now, Self.stretch))
            tell()
        }
    }

    /// Sends the page's new records with their times.
    private func tell() {
        let records = session.collectRecords()
        for record in records.dropFirst(told) { if let line = Self.line(for: record) { output.send(.log(line)) } }
        told = records.count
    }

    private static func line(for record: PageRecord) -> String? {
        let place = record.line.map { $0 > 0 ? " (\(record.source ?? "page"):\($0)\(record.column.map { ":\($0)" } ?? ""))" : "" } ?? ""
        let text: String? = switch record.kind {
        case .error, .rejection, .hang: "\(record.name ?? "Error"): \(record.message ?? "")\(place)"
        case .console: "\(record.level ?? "log"): \(record.text ?? "")"
        case .missing: "missing: \(record.name ?? "")"
        case .dialog: "\(record.dialog ?? "dialog"): \(record.text ?? "")"
        case .navigation: "navigation: \(record.target ?? "")"
        case .omitted: "\(record.count ?? 0) more records of the kind \(record.of ?? "") are left out"
        case .sound: nil
        }
        return text.map { "[\(VirtualDuration.text(milliseconds: record.time))] \($0)" }
    }

    private static func name(of step: OpenOrder.Step) -> String {
        switch step {
        case .advance(let milliseconds): "advancing \(VirtualDuration.text(milliseconds: milliseconds))"
        case .press(let key): "pressing \(key)"
        case .hold(let key, _): "holding \(key)"
        case .advanceTo(let milliseconds): "advancing to \(VirtualDuration.text(milliseconds: milliseconds))"
        case .key(let key, let isDown): "\(isDown ? "pressing" : "releasing") \(key)"
        case .click(let selector): "clicking \(selector)"
        case .evaluate: "evaluating"
        case .screenshot: "taking a picture"
        }
    }
}
