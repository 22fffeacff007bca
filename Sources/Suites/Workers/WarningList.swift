import Synchronization

/// Passes on the warnings of many workers, each once.
final class WarningList: Sendable {
    private let tell: @Sendable (String) -> Void
    private let told = Mutex<Set<String>>([])

    init(_ tell: @escaping @Sendable (String) -> Void) {
        self.tell = tell
    }

    func look(at message: WorkerMessage) {
        guard case .warning(let text) = message, told.withLock({ $0.insert(text).inserted }) else { return }
        tell(text)
    }
}
