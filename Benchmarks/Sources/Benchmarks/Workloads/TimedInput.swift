import GamePlaying
import WebPage

/// One input of a workload, in a form that scripts of other contestants can read.
struct TimedInput: Codable {
    /// Virtual milliseconds.
    var time: Double
    /// `keydown`, `keyup` or `click`.
    var type: String
    var key = ""
    var code = ""
    var keyCode = 0
    var isRepeat = false
    /// What is clicked.
    var selector = ""

    /// Nil for clicks on a point, fingers and stalls, which not every contestant knows.
    init?(_ event: InputEvent) {
        time = event.time
        switch event.action {
        case .keyDown(let stroke, let isRepeat):
            type = "keydown"
            self.isRepeat = isRepeat
            take(stroke)
        case .keyUp(let stroke):
            type = "keyup"
            take(stroke)
        case .click(let selector):
            type = "click"
            self.selector = selector
        case .clickAt, .touchStart, .touchMove, .touchEnd, .stall: return nil
        }
    }

    private mutating func take(_ stroke: KeyStroke) {
        (key, code, keyCode) = (stroke.key, stroke.code, stroke.keyCode)
    }
}
