import GamePlaying
import Testing
import WebPage

@testable import Scenarios

@Suite("Shrinking")
struct ShrinkingTests {
    @Test func `finds the elements that matter`() {
        var tries = 1000
        let found = DeltaDebugging.minimum(of: Array(0..<100), tries: &tries) { $0.contains(17) && $0.contains(64) && $0.contains(65) }
        #expect(found == [17, 64, 65])
        #expect(tries > 800)
    }

    @Test func `finds that nothing matters, and stops when its tries are over`() {
        var tries = 10
        #expect(DeltaDebugging.minimum(of: [1, 2, 3], tries: &tries) { _ in true } == [])
        tries = 5
        let part = DeltaDebugging.minimum(of: Array(0..<1000), tries: &tries) { $0.contains(0) && $0.contains(999) }
        #expect(part.contains(0) && part.contains(999))
        #expect(tries == 0)
    }

    @Test func `never makes a list longer or reorders it`() {
        for seed in 0..<50 {
            var tries = 500
            let wanted = Set([seed % 7, seed % 11 + 9, seed % 5 + 25])
            let found = DeltaDebugging.minimum(of: Array(0..<40), tries: &tries) { wanted.isSubset(of: $0) }
            #expect(found == wanted.sorted())
        }
    }

    private static func key(_ name: String, _ time: Double, down: Bool, isRepeat: Bool = false) -> InputEvent {
        let stroke = KeyStroke.named(name)!
        return InputEvent(time: time, action: down ? .keyDown(stroke, isRepeat: isRepeat) : .keyUp(stroke))
    }

    @Test func `keeps what belongs together`() {
        let inputs = [
            Self.key("a", 10, down: true), Self.key("b", 20, down: true), Self.key("a", 30, down: true, isRepeat: true), Self.key("b", 40, down: false),
            Self.key("a", 50, down: false), InputEvent(time: 60, action: .click("#b")),
        ]
        let groups = InputGroup.groups(of: inputs)
        #expect(groups.map(\.inputs.count) == [3, 2, 1])
        #expect(InputGroup.inputs(of: groups) == inputs)
        #expect(InputGroup.inputs(of: [groups[1]]).map(\.time) == [20, 40])
    }

    @Test func `makes a session short in presses and in time`() throws {
        let options = PageOptions()
        let frame = options.frameInterval
        let inputs = (0..<30).flatMap { index -> [InputEvent] in
            let name = index == 20 ? "x" : "a"
            let time = Double(60 * (index + 1)) * frame
            return [Self.key(name, time, down: true), Self.key(name, time + 4 * frame, down: false)]
        }
        let session = PlayedSession(options: options, inputs: inputs, end: 40_000)
        // Fails a second after x went down for the second thing that went down.
        let shrinker = SessionShrinker { session in
            let downs = session.inputs.filter { if case .keyDown = $0.action { true } else { false } }
            guard let index = downs.firstIndex(where: { $0.action == .keyDown(KeyStroke.named("x")!, isRepeat: false) }), index > 0 else { return nil }
            let time = downs[index].time + 60 * frame
            return time <= session.end ? SessionShrinker.Failure(time: time, expectation: "false") : nil
        }
        let outcome = try #require(try shrinker.shrink(session))
        #expect(outcome.pressesBefore == 30)
        #expect(outcome.presses == 2)
        #expect(outcome.firstInput == 41)
        #expect(outcome.session.end < 2000)
        #expect(outcome.session.inputs.last?.time ?? 0 < 600)
    }

    @Test func `leaves what doesn't fail`() throws {
        let shrinker = SessionShrinker { _ in nil }
        #expect(try shrinker.shrink(PlayedSession(options: PageOptions(), end: 1000)) == nil)
    }

    @Test func `writes a scenario that can be read`() throws {
        let frame = PageOptions().frameInterval
        let session = PlayedSession(
            options: PageOptions(seed: 3),
            inputs: [InputEvent(time: 6 * frame, action: .click("#it's")), Self.key(" ", 60 * frame, down: true), Self.key(" ", 1010, down: false)], end: 2000)
        let text = try SessionScenario.text(of: session, expectation: "piece === null", name: "shrunk", title: "game: 'x' after 2 inputs")
        #expect(text.contains("- frames: 6\n  - click: '#it''s'\n  - frames: 52\n  - hold: ' '\n  - wait: 10ms\n  - release: ' '\n"))
        let scenario = try ScenarioReader(judge: ExpectationJudge()).read(text, file: "s.yaml")
        #expect(scenario.steps.count == 9)
        let point = PlayedSession(options: PageOptions(), inputs: [InputEvent(time: 1, action: .clickAt(x: 1, y: 2))], end: 5)
        #expect(throws: ScenarioError.self) { try SessionScenario.text(of: point, expectation: "true", name: "p", title: "p") }
    }

    @Test func `claims what a model shows and the other doesn't`() {
        let model = ##"{"board":["..","#."],"piece":[[0,0]],"score":100}"##
        #expect(ReadingClaim.difference(between: model, and: model) == nil)
        #expect(ReadingClaim.difference(between: model, and: ##"{"board":["..",".."],"piece":[[0,0]],"score":100}"##) == "same(cells(board), [[0,1]])")
        #expect(ReadingClaim.difference(between: model, and: ##"{"board":["..","#."],"score":100}"##) == "piece !== null && same(piece.cells, [[0,0]])")
        #expect(ReadingClaim.difference(between: model, and: ##"{"board":["..","#."],"piece":[[0,0]]}"##) == "score === 100")
        // Another part of the page is seen as the playfield.
        #expect(ReadingClaim.difference(between: ##"{"board":["..",".."]}"##, and: ##"{"board":[".","."]}"##) == "columns === 2 && rows === 2")
        #expect(ReadingClaim.difference(between: ##"{"board":["..",".."]}"##, and: ##"{"score":0}"##) == "board !== null")
    }
}
