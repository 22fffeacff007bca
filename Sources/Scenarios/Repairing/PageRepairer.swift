import Foundation
import ScriptSyntax
import WebPage

/// Finds the smallest repairs of a submission with a slip: a token that is missing, values lost from arrays, a name that
/// was mistyped.
public struct PageRepairer {
    /// So many repairs of a submission are tried at most.
    public static let countMax = 3

    private let parser: ScriptParser
    private let browser: Browser

    public init(browser: Browser) {
        self.browser = browser
        parser = browser.parser
    }

    /// - Returns: repaired submissions, the best guess first; none where no slip was found.
    public func repairs(of source: PageSource) throws -> [PageRepair] {
        let page = try Page(source, browser: browser)
        page.load()
        let draft = RepairDraft(page: source, scripts: page.scripts)
        let broken = try draft.scripts.indices.filter {
            try parser.syntaxError(in: draft.scripts[$0].text, kind: draft.scripts[$0].kind) != nil
        }
        guard broken.isEmpty else { return try syntaxRepairs(of: draft, broken) }
        let filled = try fillingHoles(in: draft)
        let named = try renaming(in: draft, on: page)
        let both = try filled.flatMap { filled in try named == nil ? nil : renaming(in: filled, on: page) }
        return [filled, named, both].compactMap { $0?.repair }
    }

    /// Repairs of the first script that doesn't parse, each with the best one of every other.
    private func syntaxRepairs(of draft: RepairDraft, _ broken: [Int]) throws -> [PageRepair] {
        var start = draft
        for index in broken.dropFirst() {
            let script = draft.scripts[index]
            guard let repair = try parser.repairs(of: script.text, kind: script.kind).first, start.apply(repair, at: index) else { return [] }
        }
        let script = draft.scripts[broken[0]]
        var repaired = try parser.repairs(of: script.text, kind: script.kind).compactMap { repair -> RepairDraft? in
            var draft = start
            return draft.apply(repair, at: broken[0]) ? draft : nil
        }
        // What lost one value may have lost more, where the language doesn't mind.
        if let first = repaired.first, let filled = try fillingHoles(in: first) { repaired.insert(filled, at: 1) }
        return repaired.prefix(Self.countMax).map(\.repair)
    }

    private func fillingHoles(in draft: RepairDraft) throws -> RepairDraft? {
        var filled = draft
        for (index, script) in draft.scripts.enumerated() {
            if let repair = try parser.fillingHoles(of: script.text, kind: script.kind) { filled.apply(repair, at: index) }
        }
        return filled.repair == draft.repair ? nil : filled
    }

    /// Gives names that nobody declares the nearest name that somebody does.
    private func renaming(in draft: RepairDraft, on page: Page) throws -> RepairDraft? {
        let names = try draft.scripts.map { try parser.names(in: $0.text, kind: $0.kind) }
        let declared = Set(names.flatMap(\.declared)).sorted()
        var renamed = draft
        for index in names.indices {
            for name in names[index].unknown where !declared.contains(name) && !Self.isKnown(name, on: page) {
                let script = renamed.scripts[index]
                guard let nearest = Self.slip(name, among: declared) else { continue }
                if let repair = try parser.renaming(name, to: nearest, in: script.text, kind: script.kind) { renamed.apply(repair, at: index) }
            }
        }
        return renamed.repair == draft.repair ? nil : renamed
    }

    /// Whether the page has something of that name. What can't be read yet is there, too.
    private static func isKnown(_ name: String, on page: Page) -> Bool {
        (try? page.evaluate("typeof \(name) !== 'undefined'")) != "false"
    }

    /// The declared name of which `name` can be a slip: at most a third of its letters are wrong.
    private static func slip(_ name: String, among declared: [String]) -> String? {
        let nearest = declared.map { (name: $0, edits: NearestName.edits(from: name, to: $0)) }.min { $0.edits < $1.edits }
        guard let nearest, nearest.edits <= name.count / 3 else { return nil }
        return nearest.name
    }
}
