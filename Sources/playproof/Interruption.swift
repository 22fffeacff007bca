import Dispatch
import Foundation
import Suites

/// Turns Ctrl-C and a polite request to end into a stop signal, so that what is done can be put in order. The second one
/// ends the process at once.
final class Interruption {
    private var sources: [any DispatchSourceSignal] = []

    /// - Parameter stop: is given when a signal comes.
    init(_ stop: StopSignal) {
        for number in [SIGINT, SIGTERM] {
            // The source sees a signal only if the default, which would end the process, doesn't come first.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                stop.give()
                signal(number, SIG_DFL)
            }
            source.resume()
            sources.append(source)
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
