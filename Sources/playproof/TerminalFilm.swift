import Foundation
import Traces

/// Shows a trace's playfield in the terminal as it changed, at some multiple of real speed.
struct TerminalFilm {
    private let trace: Trace
    private let speed: Double

    init(_ trace: Trace, speed: Double) {
        self.trace = trace
        self.speed = speed
    }

    func show() throws(CommandFailure) {
        let screen = TerminalScreen(isTerminal: isatty(STDOUT_FILENO) == 1)
        let start = ContinuousClock.now
        try screen.begin()
        for event in trace.events {
            let due = start + .milliseconds(event.time / speed)
            let wait = due - ContinuousClock.now
            if wait > .zero { Thread.sleep(forTimeInterval: wait / .seconds(1)) }
            switch event {
            case .input(let json, _): screen.status = DifferenceText.words(for: json)
            case .frame(let frame): try screen.draw(readingJSON: frame.reading, time: frame.time)
            case .note, .drawing: break
            }
        }
        try screen.end()
    }
}
