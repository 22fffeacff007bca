import Foundation
import WebPage

/// A page made around a script that came without one.
enum ScriptPage {
    private static let head = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>script</title></head><body>"

    /// The page runs the script in its body.
    ///
    /// The script stands in the page itself, a line below the page's head, so that errors name the answer and its
    /// line. A script that would end the element it stands in gets a file of its own.
    static func page(running script: String, name: String, firstLine: Int) -> PageSource {
        if ScriptElement.canHold(script) {
            let html = head + ScriptElement.openingTag(for: script) + "\n" + script + "\n</script></body></html>"
            return PageSource(html: html, name: name, firstLine: firstLine - 1)
        }
        let file = "script.js"
        let text = String(repeating: "\n", count: firstLine - 1) + script
        let html = head + ScriptElement.reference(to: file, script: script) + "</body></html>"
        return PageSource(html: html, name: name, files: [file: Data(text.utf8)])
    }

    /// The page runs a script file by its name.
    static func page(runningFile file: String, script: String) -> PageSource {
        let html = head + ScriptElement.reference(to: file, script: script) + "</body></html>"
        return PageSource(html: html, files: [file: Data(script.utf8)])
    }
}
