import GamePlaying

/// What it means for the checks that the page stood still at a key or a click.
///
/// The key is then of no use, so a check that failed for want of it failed because of this; and if none did, the page is
/// still too slow for a person, who presses every key.
enum FreezeRule {
    /// Checks that need keys, in the order in which a player comes to them.
    private static let keyChecks = ["moves", "walls_hold", "rotates", "locks"]

    /// The check that asks whether a person can keep up.
    private static let speedCheck = "playable_speed"

    static func apply(_ freeze: PageFreeze, to findings: inout [Finding]) {
        guard !findings.contains(where: { $0.violatesMust && $0.category == .performance }) else { return }
        let candidates = keyChecks.compactMap { id in findings.firstIndex { $0.id == id } }
        let speed = findings.firstIndex { $0.id == speedCheck }
        guard let index = candidates.first(where: { findings[$0].violatesMust }) ?? speed ?? candidates.last else { return }
        let cause = sentence(freeze)
        findings[index].detail = findings[index].violatesMust ? findings[index].detail.map { "\(cause): \($0)" } ?? cause : cause
        findings[index].status = .fail
        findings[index].category = .performance
        findings[index].at = freeze.time
        findings[index].breaks = freeze.milliseconds == nil
    }

    private static func sentence(_ freeze: PageFreeze) -> String {
        let time = freeze.milliseconds.map { VirtualDuration.text(milliseconds: $0) } ?? "good"
        return "the page stands still for \(time) at \(name(of: freeze.gesture))"
    }

    /// A key by its place on the keyboard: that of the space bar would be hard to read.
    private static func name(of gesture: Gesture) -> String {
        if case .key(let stroke) = gesture { return stroke.code }
        return gesture.description
    }
}
