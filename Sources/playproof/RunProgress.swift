import Foundation
import Reports
import Scenarios
import Synchronization

/// How far a run is: a line at the bottom of a terminal that is rewritten, or now and then a line where there is none.
final class RunProgress: Sendable {
    private struct State {
        var summary = RunSummary()
        /// The games that are played now, with the time at which they began.
        var running: [(id: String, start: ContinuousClock.Instant)] = []
        /// How many had a result before the run began.
        var known = 0
    }

    private let total: Int
    private let start = ContinuousClock.now
    private let state = Mutex(State())
    private let isTerminal = isatty(STDERR_FILENO) == 1

    /// Between two looks at the terminal, and between two lines without one.
    private static let interval = (terminal: Duration.milliseconds(200), plain: Duration.seconds(15))

    /// Without a terminal a run of fewer submissions says nothing until it is done.
    private static let submissionsMin = 20

    init(total: Int) {
        self.total = total
    }

    func began(_ id: String) {
        state.withLock { $0.running.append((id, .now)) }
    }

    func finished(_ record: ResultRecord) {
        state.withLock { state in
            state.running.removeAll { $0.id == record.id }
            state.summary.add(record)
        }
    }

    func known(_ record: ResultRecord) {
        state.withLock { state in
            state.known += 1
            state.summary.add(record)
        }
    }

    /// Shows it until the task is cancelled.
    func show() async {
        guard isTerminal || total >= Self.submissionsMin else { return }
        while (try? await Task.sleep(for: isTerminal ? Self.interval.terminal : Self.interval.plain)) != nil {
            if isTerminal {
                StandardStreams.showStatus(terminalLine())
            } else {
                StandardStreams.note(sentence())
            }
        }
        if isTerminal { StandardStreams.showStatus(nil) }
    }

    /// As `412 of 1000: 310 play, 52 flawed, 50 broken; 4.9 a second, 2 min left`.
    func sentence(at now: ContinuousClock.Instant = .now) -> String {
        let (summary, known) = state.withLock { ($0.summary, $0.known) }
        let seconds = (now - start) / .seconds(1)
        let done = summary.total - known
        var text = "\(summary.total) of \(total)" + (summary.total > 0 ? ": \(summary.countsText)" : "")
        guard done > 0, seconds > 0 else { return text }
        let rate = Double(done) / seconds
        text += "; \(rate < 10 ? shortNumber((rate * 10).rounded() / 10) : String(Int(rate))) a second"
        if total > summary.total { text += ", \(Self.duration(Double(total - summary.total) / rate)) left" }
        return text
    }

    private func terminalLine() -> String {
        let running = state.withLock { $0.running }
        let games = running.map { "\($0.id) \(Int((ContinuousClock.now - $0.start) / .seconds(1))) s" }
        let text = sentence() + (games.isEmpty ? "" : "; now " + games.joined(separator: ", "))
        return String(text.prefix(max(Self.columns - 1, 20)).map { $0.isNewline ? " " : $0 })
    }

    private static var columns: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    static func duration(_ seconds: Double) -> String {
        switch seconds {
        case ..<90: "\(Int(seconds.rounded(.up))) s"
        case ..<5400: "\(Int((seconds / 60).rounded(.up))) min"
        default: "\(shortNumber((seconds / 360).rounded(.up) / 10)) h"
        }
    }
}
