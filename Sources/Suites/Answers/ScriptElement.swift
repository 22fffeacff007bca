import Foundation

/// The tags that put a script into a page.
enum ScriptElement {
    /// Whether the script can stand inside an element (HTML, section 4.12.1.3, "restrictions for contents").
    static func canHold(_ script: String) -> Bool {
        script.range(of: "</script", options: .caseInsensitive) == nil && !script.contains("<!--")
    }

    static func openingTag(for script: String) -> String {
        isModule(script) ? "<script type=\"module\">" : "<script>"
    }

    static func reference(to file: String, script: String) -> String {
        let path = file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file
        return (isModule(script) ? "<script type=\"module\" src=\"" : "<script src=\"") + path + "\"></script>"
    }

    /// A script with an import or export at the start of a line is a module; anywhere else the words are something else.
    static func isModule(_ script: String) -> Bool {
        SourceLines(script).lines.contains { line in
            (line.hasPrefix("import ") || line.hasPrefix("import{") || line.hasPrefix("export ")) && !line.hasPrefix("import (")
        }
    }
}
