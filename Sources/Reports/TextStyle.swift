import Scenarios

/// Marks and colours of the terminal reports.
struct TextStyle {
    let hasColours: Bool

    enum Colour: String {
        case red = "31"
        case green = "32"
        case yellow = "33"
        case dim = "2"
        case bold = "1"
    }

    func paint(_ text: String, _ colour: Colour) -> String {
        hasColours ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The mark of a check: a failure that changes nothing for the verdict is yellow.
    func mark(of finding: Finding) -> String {
        switch finding.status {
        case .pass: paint("✓", .green)
        case .fail: paint("✗", finding.level == .must ? .red : .yellow)
        case .absent: paint("–", finding.level == .must ? .red : .dim)
        case .unknown: paint("?", .yellow)
        }
    }

    func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .plays: paint(verdict.rawValue, .green)
        case .flawed: paint(verdict.rawValue, .yellow)
        case .broken: paint(verdict.rawValue, .red)
        case .unknown: paint(verdict.rawValue, .yellow)
        }
    }

    /// Seconds with milliseconds, as 12.350 s.
    static func seconds(_ milliseconds: Double) -> String {
        let whole = Int(milliseconds.rounded())
        let rest = String(whole % 1000)
        return "\(whole / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest) s"
    }
}
