import GamePlaying
import WebPage

/// What a page asked for and the simulated browser doesn't have, where a failure may be due to it.
///
/// Many pages name a library that they never use: a script that could not be had counts only when nothing started, or
/// when the game missed a name that nothing in the page declares.
enum Doubt {
    /// - Parameters:
    ///   - faults: the uncaught errors of all pages that were opened.
    /// - Returns: the reason in words; nil when there is nothing to doubt.
    static func reason(_ discovery: GameDiscovery.Result, faults: [PageRecord], page: PageSource) -> String? {
        let missing = discovery.loadRecords.filter { $0.kind == .missing }.compactMap(\.name)
        let scripts = missing.filter { $0.hasPrefix("network script") }
        let pictures = missing.filter { $0.lowercased().hasPrefix("webgl") || $0.hasPrefix("webgpu") }
        let isShown = discovery.hasStarted && discovery.knowledge.unseen == nil
        guard !isShown || faults.contains(where: { missesForeignName($0, page) }) else { return nil }
        let grave = isShown ? scripts : pictures + scripts + (faults.isEmpty ? missing.filter { isFrame($0) || waits(for: $0) } : [])
        return grave.isEmpty ? nil : "the page needs \(grave.joined(separator: ", ")), which the simulated browser doesn't have"
    }

    /// Whether it is something that shows another document or program: a page may be nothing but the frame around it, unless it
    /// has scripts of its own that fail.
    private static func isFrame(_ missing: String) -> Bool {
        ["iframe", "frame", "embed", "object"].contains { missing == $0 || missing.hasPrefix($0 + " ") }
    }

    /// Whether it is something that a page asks for and goes on when the answer is there: it may wait for that before it begins.
    private static func waits(for missing: String) -> Bool { missing == "indexedDB" }

    /// Whether an error came from a name that the submission doesn't declare, as a library would.
    private static func missesForeignName(_ fault: PageRecord, _ page: PageSource) -> Bool {
        guard let message = fault.message, let name = missingName(fault.name, message) else { return false }
        let texts = [page.html] + page.files.filter { $0.key.hasSuffix("js") }.map { String(decoding: $0.value, as: UTF8.self) }
        return !texts.contains { declares(name, in: $0) }
    }

    /// The variable that an error says isn't there, or the property of the window.
    private static func missingName(_ error: String?, _ message: String) -> Substring? {
        if error == "ReferenceError", let match = message.firstMatch(of: /variable: ([\w$]+)|^([\w$]+) is not defined/) {
            return match.1 ?? match.2
        }
        return message.firstMatch(of: /\b(?:window|self|globalThis)\.([\w$]+)/)?.1
    }

    private static func declares(_ name: Substring, in text: String) -> Bool {
        text.split(separator: name, omittingEmptySubsequences: false).dropLast().contains { before in
            let word = before.reversed().drop { $0.isWhitespace || $0 == "*" }.prefix { $0.isLetter }.reversed()
            return before.last?.isWhitespace == true && ["function", "class", "let", "const", "var"].contains(String(word))
        }
    }
}
