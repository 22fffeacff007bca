import Foundation
import GamePlaying
import WebPage
import Witness

/// A session played on a simulated page, looked at when ``WitnessPage`` looks at its own.
struct SimulatedSession {
    var steps: [(time: Double, frame: Int, input: String?, digest: PageDigest)] = []
    var records: [PageRecord] = []
    var pixels: [[Int]?] = []
    private let page: Page
    private let session: WitnessSession

    init(_ session: WitnessSession) throws {
        self.session = session
        page = try Page(session.page, options: session.options, browser: Browser(extensions: [PageDigest.pageExtension]))
        page.load()
        look(nil, withBoxes: true)
        for input in session.inputs {
            advance(to: input.time)
            apply(try JSONDecoder().decode(InputEvent.Action.self, from: Data(input.actionJSON.utf8)))
            look(input.actionJSON, withBoxes: false)
        }
        advance(to: session.end)
        look(nil, withBoxes: true)
        records = page.drainRecords()
        pixels = PageDigest.pixels(of: page)
    }

    private mutating func look(_ input: String?, withBoxes: Bool) {
        guard let digest = PageDigest.read(page, withBoxes: withBoxes) else { return }
        steps.append((page.now, page.frameCount, input, digest))
    }

    private mutating func advance(to time: Double) {
        while page.hang == nil, page.now < time - GameSession.timeTolerance {
            guard let next = page.nextFrameTime, next <= time + GameSession.timeTolerance else {
                page.advance(to: time)
                continue
            }
            page.advance(frames: 1)
            if page.frameCount % session.framesPerStep == 0 { look(nil, withBoxes: true) }
        }
    }

    private func apply(_ action: InputEvent.Action) {
        switch action {
        case .keyDown(let stroke, let isRepeat): page.key(down: true, stroke, isRepeat: isRepeat)
        case .keyUp(let stroke): page.key(down: false, stroke)
        case .click(let selector): page.click(selector: selector)
        case .clickAt(let x, let y): page.click(x: x, y: y)
        }
    }
}
