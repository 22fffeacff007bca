import Synchronization

/// Someone's wish that a run ends before it is done.
public final class StopSignal: Sendable {
    private struct State {
        var isGiven = false
        var action: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    public init() {}

    public var isGiven: Bool { state.withLock { $0.isGiven } }

    public func give() {
        state.withLock { state in
            state.isGiven = true
            return state.action
        }?()
    }

    /// Does this when the signal is given, or at once when it was given already.
    func onGiven(_ action: @escaping @Sendable () -> Void) {
        let isLate = state.withLock { state in
            state.action = action
            return state.isGiven
        }
        if isLate { action() }
    }
}
