import Scenarios

extension ResultRecord {
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
