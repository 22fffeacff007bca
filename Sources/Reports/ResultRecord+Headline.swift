import Scenarios

extension ResultRecord {
    /// The check that the verdict rests on: for a broken game the first that breaks it.
    var decisiveFinding: Finding? {
        let violated = checks.filter(\.violatesMust)
        return violated.first { $0.category == failure && (verdict != .broken || $0.breaks) } ?? violated.first { $0.category == failure }
            ?? violated.first
    }

    /// One sentence that says why the verdict is what it is; nil for a game that plays.
    var headline: String? {
        switch verdict {
        case .plays:
            return nil
        case .unknown:
            return reason
        case .flawed, .broken:
            if failure == .syntax, let error = errors.first(where: { $0.name == "SyntaxError" }) { return error.sentence }
            guard let finding = decisiveFinding else { return errors.first?.sentence }
            return "\(finding.id): \(finding.detail ?? finding.status.rawValue)"
        }
    }
}

extension SubmissionError {
    /// As `SyntaxError: Unexpected token ';' (line 212, column 40)`.
    var sentence: String {
        let place = line.map { " (line \($0)\(column.map { ", column \($0)" } ?? ""))" } ?? ""
        return "\(name): \(message)\(place)"
    }
}
