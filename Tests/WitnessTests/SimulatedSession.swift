import Foundation
import GamePlaying
import WebPage
import Witness

/// What was seen of a session played on a simulated page, looked at when ``WitnessPage`` looks at its own.
struct SimulatedSession: Sendable {
    struct Step: Sendable {
        var time: Double
        var frame: Int
        var input: String?
        var digest: PageDigest
    }

    var steps: [Step] = []
    var records: [PageRecord] = []
    var pixels: [[Int]?] = []

    init(_ session: WitnessSession) throws {
        let page = try Page(session.page, options: session.options, browser: Browser(extensions: [PageDigest.pageExtension]))
        page.load()
        look(at: page, nil, withBoxes: true)
        for input in session.inputs {
            advance(page, to: input.time, framesPerStep: session.framesPerStep)
            Self.apply(try JSONDecoder().decode(InputEvent.Action.self, from: Data(input.actionJSON.utf8)), to: page)
            look(at: page, input.actionJSON, withBoxes: false)
        }
        advance(page, to: session.end, framesPerStep: session.framesPerStep)
        look(at: page, nil, withBoxes: true)
        records = page.drainRecords()
        pixels = PageDigest.pixels(of: page)
    }

    private mutating func look(at page: Page, _ input: String?, withBoxes: Bool) {
        guard let digest = PageDigest.read(page, withBoxes: withBoxes) else { return }
        steps.append(Step(time: page.now, frame: page.frameCount, input: input, digest: digest))
    }

    private mutating func advance(_ page: Page, to time: Double, framesPerStep: Int) {
        while page.hang == nil, page.now < time - GameSession.timeTolerance {
            guard let next = page.nextFrameTime, next <= time + GameSession.timeTolerance else {
                page.advance(to: time)
                continue
            }
            page.advance(frames: 1)
            if page.frameCount % framesPerStep == 0 { look(at: page, nil, withBoxes: true) }
        }
    }

    private static func apply(_ action: InputEvent.Action, to page: Page) {
        switch action {
        case .keyDown(let stroke, let isRepeat): page.key(down: true, stroke, isRepeat: isRepeat)
        case .keyUp(let stroke): page.key(down: false, stroke)
        case .click(let selector): page.click(selector: selector)
        case .clickAt(let x, let y): page.click(x: x, y: y)
        case .touchStart(let x, let y): page.touch(.start, x: x, y: y)
        case .touchMove(let x, let y): page.touch(.move, x: x, y: y)
        case .touchEnd(let x, let y): page.touch(.end, x: x, y: y)
        case .stall(let milliseconds): page.stall(milliseconds: milliseconds)
        }
    }
}
