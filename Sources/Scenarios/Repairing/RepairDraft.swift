import Foundation
import ScriptSyntax
import WebPage

/// A submission that is being repaired, with the scripts that it loads as they are by now.
struct RepairDraft {
    private(set) var repair: PageRepair
    private(set) var scripts: [LocatedScript]

    init(page: PageSource, scripts: [LocatedScript]) {
        repair = PageRepair(page: page, edits: [])
        self.scripts = scripts
    }

    /// Puts a repaired script in the place of the one at `index`.
    /// - Returns: false where the script's text isn't found in the submission, which then stays as it is.
    @discardableResult
    mutating func apply(_ repaired: ScriptRepair, at index: Int) -> Bool {
        let script = scripts[index]
        let isInline = script.url == repair.page.name
        if isInline {
            guard let range = repair.page.html.range(of: script.text) else { return false }
            repair.page.html.replaceSubrange(range, with: repaired.text)
        } else {
            let files = repair.page.files
            guard let path = files.keys.sorted().first(where: { files[$0] == Data(script.text.utf8) }) else { return false }
            repair.page.files[path] = Data(repaired.text.utf8)
        }
        scripts[index].text = repaired.text
        repair.edits += repaired.edits.map { edit in
            Repair.Edit(
                file: isInline ? nil : script.url, line: edit.line + script.line - 1,
                column: edit.line == 1 ? edit.column + script.column - 1 : edit.column, code: edit.code)
        }
        return true
    }
}
