import Foundation
import Testing

@testable import WebPage

/// A page that has been loaded for a test, in a browser of its own.
struct TestPage {
    let page: Page

    /// Loads a document.
    /// - Parameters:
    ///   - files: the text files beside it.
    ///   - binaries: other files beside it.
    init(
        _ html: String, files: [String: String] = [:], binaries: [String: Data] = [:], firstLine: Int = 1, options: PageOptions = PageOptions(callSeconds: 20),
        extensions: [PageExtension] = []
    ) throws {
        let source = PageSource(html: html, files: files.mapValues { Data($0.utf8) }.merging(binaries) { $1 }, firstLine: firstLine)
        page = try Page(source, options: options, browser: Browser(extensions: extensions))
        page.load()
    }

    /// Loads a document that has nothing but a script.
    init(script: String, options: PageOptions = PageOptions(callSeconds: 20)) throws {
        try self.init("<!DOCTYPE html><body><script>\(script)</script>", options: options)
    }

    /// The JSON of an expression's value in the page.
    func callAsFunction(_ expression: String) throws -> String {
        try page.evaluate(expression)
    }

    /// Compares the JSON of an expression's value in the page.
    func expect(_ expression: String, _ json: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let value = try page.evaluate(expression)
        #expect(value == json, sourceLocation: sourceLocation)
    }

    /// Compares the JSON of what a function of these statements returns.
    func expect(returnedBy statements: String, _ json: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try expect("(() => {\(statements)\n})()", json, sourceLocation: sourceLocation)
    }

    /// What the page has recorded since it was asked last, of one kind.
    func records(_ kind: PageRecord.Kind) -> [PageRecord] {
        page.drainRecords().filter { $0.kind == kind }
    }

    /// Presses a key and lets it go.
    func press(_ name: String) {
        guard let stroke = KeyStroke.named(name) else { return }
        page.key(down: true, stroke)
        page.key(down: false, stroke)
    }
}
