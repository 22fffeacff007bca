import Foundation
import WebPage

/// Reads out of a submission's text which keys its scripts speak of, so that those are tried first.
enum KeyHints {
    /// Every key worth trying, those that the text names before the usual ones that it does not.
    static func keys(in source: PageSource) -> [KeyStroke] {
        let known = named(in: source)
        return known.isEmpty ? strokes : known
    }

    /// Whether the text speaks of events of keys, and of the arrow keys by which most games move pieces to the sides.
    static func namesSides(in source: PageSource) -> Bool {
        let text = text(of: source)
        return ["keydown", "keyup", "keypress"].contains { text.contains($0) }
            && named(in: source).contains { $0.key == "ArrowLeft" || $0.key == "ArrowRight" }
    }

    /// Whether the text speaks of an element that gets keys only once it has the focus.
    static func speaksOfFocus(in source: PageSource) -> Bool {
        text(of: source).range(of: "tabindex", options: .caseInsensitive) != nil
    }

    /// Whether the page's styles let anything pass from one look to another.
    static func speaksOfTransitions(in source: PageSource) -> Bool {
        let word = "transition"
        return source.html.contains(word)
            || source.files.contains { ($0.key.hasSuffix("css") || $0.key.hasSuffix("js")) && String(decoding: $0.value, as: UTF8.self).contains(word) }
    }

    private static func text(of source: PageSource) -> String {
        source.files.sorted { $0.key < $1.key }.filter { $0.key.hasSuffix("js") }
            .reduce(source.html) { $0 + String(decoding: $1.value, as: UTF8.self) }
    }

    private static func named(in source: PageSource) -> [KeyStroke] {
        let words = ScriptWords(in: text(of: source))
        let usesCodes = ["keyCode", "which", "charCode"].contains { words.contains($0) }
        return strokes.filter { isNamed($0, in: words) || (usesCodes && words.numbers.contains($0.keyCode)) }
    }

    /// Keys in the order in which they are tried: those that games use most come first.
    static let strokes: [KeyStroke] =
        (["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", " ", "a", "d", "w", "s", "Enter", "p", "Escape", "r", "z", "x", "c", "Shift",
            "q", "e", "h", "j", "k", "l", "i", "n", "b", "f", "g", "m", "o", "t", "u", "v", "y", "Control", "Tab", "Backspace",
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", ",", ".", "/"] as [String]).compactMap(KeyStroke.named)

    /// The keys that texts on the page name, in the order in which they do: "press ENTER", "1  easy".
    static func keys(shownIn texts: [String]) -> [KeyStroke] {
        var seen: Set<KeyStroke> = []
        return texts.prefix(40).flatMap { text in
            text.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(40).compactMap { word in strokesByWord[String(word)] }
        }.filter { seen.insert($0).inserted }
    }

    /// Names of keys as they are told to players.
    private static let strokesByWord: [String: KeyStroke] = {
        var words: [String: KeyStroke] = [:]
        for stroke in strokes { words[(stroke.key == " " ? "space" : stroke.key).lowercased()] = stroke }
        words["spacebar"] = words["space"]
        words["return"] = words["enter"]
        words["esc"] = words["escape"]
        return words
    }()

    /// Whether keys are properties in the text, as in a table from keys to what they do: arrow keys, or `a` and `d`.
    private static func isTable(_ words: ScriptWords) -> Bool {
        words.contains("ArrowLeft:") || (words.contains("key") && ["a", "d"].allSatisfy { isProperty($0, in: words) })
    }

    /// Whether something is asked for by the name of a pressed key, as in `held[event.key]`.
    private static func looksUpKeys(_ words: ScriptWords) -> Bool {
        [".key]", ".key.toLowerCase()]", "[key]"].contains(where: words.contains)
    }

    private static func isProperty(_ name: String, in words: ScriptWords) -> Bool {
        [" ", "\n", ",", "{"].contains { words.contains($0 + name + ":") }
    }

    private static func isNamed(_ stroke: KeyStroke, in words: ScriptWords) -> Bool {
        var names = [stroke.key, stroke.code]
        if stroke.key.count == 1 { names.append(stroke.key.uppercased()) }
        if stroke.key.hasPrefix("Arrow") { names.append(String(stroke.key.dropFirst(5))) }
        if stroke.key == " " { names += ["Space", "Spacebar"] }
        return names.contains { name in
            if words.quoted.contains(name) || (name.count > 1 && words.quoted.contains(name.lowercased())) { return true }
            // As a property name: a table of keys.
            if name.count == 1, looksUpKeys(words), words.letterProperties.contains(name) { return true }
            if name.count == 1, isTable(words) { return isProperty(name, in: words) }
            guard name.count > 3 else { return false }
            return [name, name.lowercased()].contains { form in
                words.contains(form + ":") || words.contains(form + "()") || words.contains("." + form)
            }
        }
    }
}
