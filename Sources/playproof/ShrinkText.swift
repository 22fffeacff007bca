import GamePlaying
import Scenarios

/// What shrinking a session came to, for a person.
enum ShrinkText {
    static func text(of outcome: SessionShrinker.Outcome, _ played: PlayedSession) -> String {
        let first = outcome.firstInput.map { index in
            let input = played.inputs[index]
            return "the input \(input.action.words) at \(VirtualDuration.text(milliseconds: input.time)), number \(index + 1) of \(played.inputs.count)"
        }
        var lines = [
            "fails first at \(VirtualDuration.text(milliseconds: outcome.firstFailure.time)), after \(first ?? "no input at all")",
            "\(outcome.presses) of \(outcome.pressesBefore) presses and clicks are enough (\(outcome.runs) sessions were played)",
        ]
        lines += outcome.session.inputs.map { "  \(VirtualDuration.text(milliseconds: $0.time))  \($0.action.words)" }
        lines.append("  \(VirtualDuration.text(milliseconds: outcome.failure.time))  fails: \(outcome.failure.expectation)")
        return lines.joined(separator: "\n")
    }
}
