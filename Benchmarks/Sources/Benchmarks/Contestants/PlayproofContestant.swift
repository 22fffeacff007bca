import Foundation
import GamePlaying
import Scenarios
import WebPage

/// Playproof's own page, in this process.
enum PlayproofContestant: Contestant {
    static let name = "playproof"
    static let missing: String? = nil

    static func run(_ workload: Workload) throws -> Measurement {
        // A process is warm after its first page: what all pages share has been read by then.
        let browser = Browser()
        try Page(PageSource(html: "<p>"), browser: browser).load()
        var page: Page?
        let load = try Stopwatch.seconds {
            let opened = try Page(PageSource(html: workload.html), browser: browser)
            opened.load()
            page = opened
        }
        guard let page else { return Measurement(load: load, play: 0, frames: 0) }
        let play = Stopwatch.seconds {
            for input in workload.inputs {
                page.advance(to: input.time)
                apply(input, to: page)
            }
            page.advance(to: workload.seconds * 1000)
        }
        return Measurement(load: load, play: play, frames: page.frameCount)
    }

    private static func apply(_ input: TimedInput, to page: Page) {
        let stroke = KeyStroke(key: input.key, code: input.code, keyCode: input.keyCode)
        switch input.type {
        case "keydown": page.key(down: true, stroke, isRepeat: input.isRepeat)
        case "keyup": page.key(down: false, stroke)
        default: page.click(selector: input.selector)
        }
    }
}
