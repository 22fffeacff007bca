import Foundation
import ScriptEngine

extension Page {
    /// Something on the page that a person could click.
    public struct Clickable: Sendable, Codable, Equatable {
        /// Its place in the list, which names it for ``Page/click(clickable:)``.
        public var index: Int
        public var tag: String
        public var id: String
        public var className: String
        /// The visible text, trimmed.
        public var text: String
        public var x, y, width, height: Double
        public var disabled: Bool
        /// Characters that a person would have to write into it: 0 but for a field for text that is empty and can be seen.
        public var charactersWanted: Int
        /// Whether it is a control that lies under something else, which would take the click.
        public var isCovered: Bool

        /// Whether it is a field for text that is empty and can be seen.
        public var isBlank: Bool { charactersWanted > 0 }
        /// Whether a person could click it now.
        public var canBeClicked: Bool { !disabled && width > 0 && height > 0 }
        /// Whether it serves as a button: it leads nowhere else, and is no picture that takes all clicks.
        public var isButton: Bool { canBeClicked && tag != "a" && tag != "canvas" }
    }

    /// Presses a key down, or lets it go, with the events and default actions of a browser.
    public func key(down: Bool, _ stroke: KeyStroke, isRepeat: Bool = false) {
        let action = KeyAction(stroke: stroke, isDown: down, isRepeat: isRepeat)
        if keyArguments[action] == nil {
            keyArguments[action] = [context.value(down ? "keydown" : "keyup"), context.object([
                "key": context.value(stroke.key), "code": context.value(stroke.code),
                "keyCode": context.value(Double(stroke.keyCode)), "repeat": context.value(isRepeat),
            ])]
        }
        perform("key", keyArguments[action] ?? [])
    }

    /// What is done to a key.
    struct KeyAction: Hashable {
        var stroke: KeyStroke
        var isDown, isRepeat: Bool
    }

    /// Clicks the first element that a selector matches, in its middle.
    /// - Returns: false when none matches.
    @discardableResult
    public func click(selector: String) -> Bool {
        perform("clickSelector", [context.value(selector)])?.boolean ?? false
    }

    /// Clicks what is at a point of the viewport, in CSS pixels.
    public func click(x: Double, y: Double) {
        perform("clickAt", [context.value(x), context.value(y)])
    }

    /// Clicks an element of the last list of ``clickables()``.
    @discardableResult
    public func click(clickable index: Int) -> Bool {
        perform("clickClickable", [context.value(Double(index))])?.boolean ?? false
    }

    /// What a finger does.
    public enum Touch: String, Sendable {
        case start = "touchstart", move = "touchmove", end = "touchend"
    }

    /// Has a finger touch a point of the viewport, in CSS pixels, move there, or leave it there.
    public func touch(_ touch: Touch, x: Double, y: Double) {
        perform("touch", [context.value(touch.rawValue), context.value(x), context.value(y)])
    }

    /// A point of the viewport, in CSS pixels.
    public struct Point: Sendable, Codable, Equatable {
        public var x, y: Double

        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// The middle of the first element that a selector matches; nil when none does.
    public func middle(ofSelector selector: String) -> Point? {
        decode(Point?.self, from: "middleOf", context.value(selector)) ?? nil
    }

    /// What a person could click now, in document order.
    public func clickables() -> [Clickable] {
        decode([Clickable].self, from: "clickables") ?? []
    }

    /// Types of the events that anything on the page listens to.
    public func listenedEvents() -> [String] {
        decode([String].self, from: "listenedEvents") ?? []
    }

    /// Visible text on the page, in reading order.
    public func texts() -> [VisibleText] {
        decode([VisibleText].self, from: "texts") ?? []
    }

    /// Whether nothing is going to happen on the page by itself: no timer runs, no frame is asked for.
    public var isIdle: Bool { (try? preludeFunction("isIdle").call().boolean) ?? false }

    /// Hides the tab from view or shows it again.
    public func setHidden(_ hidden: Bool) {
        perform("setHidden", [context.value(hidden)])
    }

    /// Lets time pass in which the tab runs nothing.
    public func stall(milliseconds: Double) {
        perform("stall", [context.value(milliseconds)])
    }

    /// Evaluates an expression in the page and gives its value as JSON (`undefined` where there is none).
    /// - Throws: what the expression threw.
    public func evaluate(_ expression: String) throws(ScriptError) -> String {
        let value = try context.evaluate(expression, url: "expression")
        settle()
        return try value.json() ?? "undefined"
    }

    /// Calls a function of the prelude's object and runs the listeners that it queued.
    @discardableResult
    func perform(_ name: String, _ arguments: [ScriptValue]) -> ScriptValue? {
        guard hang == nil else { return nil }
        do {
            let result = try preludeFunction(name).call(with: arguments)
            settle()
            return result
        } catch {
            report(error)
            return nil
        }
    }
}
