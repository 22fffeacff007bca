import Foundation

/// The part of an answer in which a model thinks aloud before it answers; what it writes there is no answer.
enum ThinkingText {
    private static let tags = ["think", "thinking", "thought", "reasoning", "reflection"]

    /// The lines with those of the thinking emptied, so that line numbers stay; nil when the model was still thinking
    /// when it was stopped.
    ///
    /// Only a tag at the edge of a line counts: in code the same characters may stand in a string.
    static func removed(from lines: [Substring]) -> [Substring]? {
        guard let last = lines.lastIndex(where: { afterClosingTag($0) != nil }) else {
            let first = lines.first { !$0.trimmed.isEmpty }?.trimmed.prefix(20).lowercased() ?? ""
            return tags.contains { first.hasPrefix("<\($0)>") } ? nil : lines
        }
        var answer = lines
        for index in 0..<last { answer[index] = "" }
        answer[last] = afterClosingTag(lines[last]) ?? ""
        return answer
    }

    /// What follows a closing tag at the start or the end of the line, or behind its opening tag there; nil when there is
    /// no such tag.
    private static func afterClosingTag(_ line: Substring) -> Substring? {
        guard line.utf8.contains(UInt8(ascii: "<")) else { return nil }
        let text = line.trimmed
        for tag in tags.map({ "</\($0)>" }) {
            if text.prefix(tag.count).lowercased() == tag { return text.dropFirst(tag.count) }
            if text.suffix(tag.count).lowercased() == tag { return "" }
            let opening = "<" + tag.dropFirst(2)
            if text.prefix(opening.count).lowercased() == opening, let end = text.range(of: tag, options: [.caseInsensitive, .backwards]) {
                return text[end.upperBound...]
            }
        }
        return nil
    }
}
