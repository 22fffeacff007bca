import Foundation
import WebPage

/// A page of `Fixtures/pages`, which tells by console lines what a group of features does; the last line is `done`.
struct FeaturePage: Sendable {
    let name: String
    private let html: String
    private static let last = "done"

    init(_ name: String) throws {
        self.name = name
        html = try Fixtures.text("pages/\(name).html")
    }

    /// The page for a real browser: its console goes to the window around it. The script stands behind the doctype, on
    /// the same line.
    var witness: String {
        let start = html.range(of: "^\\s*<!doctype[^>]*>", options: [.regularExpression, .caseInsensitive])?.upperBound ?? html.startIndex
        return html[..<start] + "<script>\(Self.hook)</script>" + html[start...]
    }

    private static let hook = """
        (() => { const lines = []; for (const level of ['log', 'info', 'warn', 'error', 'debug']) console[level] = (...words) => { \
        const line = words.join(' '); lines.push(line); \
        if (line === '\(last)') parent.postMessage({ witness: JSON.stringify(lines) }, '*'); }; document.currentScript.remove(); })()
        """

    /// The console lines that the simulated browser gives, up to the last or for ten seconds.
    func simulatedLines() throws -> [String] {
        let page = try Page(PageSource(html: html), options: PageOptions(callSeconds: 20), browser: Browser())
        page.load()
        var lines: [String] = []
        for _ in 0..<100 {
            lines += page.drainRecords().filter { $0.kind == .console }.map { $0.text ?? "" }
            if let end = lines.firstIndex(of: Self.last) { return Array(lines[...end]) }
            page.advance(milliseconds: 100)
        }
        return lines
    }
}
