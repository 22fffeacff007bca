import GamePlaying
import Testing

@testable import Scenarios

@Suite("A scenario file")
struct ScenarioReaderTests {
    private func read(_ text: String) throws -> Scenario {
        try ScenarioReader(judge: ExpectationJudge()).read(text, file: "x.yaml")
    }

    private func problem(_ text: String) -> String {
        do {
            _ = try read(text)
            return ""
        } catch {
            return "\(error)"
        }
    }

    private func problem(step: String) -> String { problem("name: a\ntitle: t\nsteps:\n- \(step)\n") }

    @Test func `takes level and category from the check`() throws {
        let scenario = try read("check: walls_hold\ntitle: Walls hold\nsteps: [start]\n")
        #expect(scenario.level == .must)
        #expect(scenario.category == .logic)
        #expect(scenario.isCheck)
        let free = try read("name: mine\ntitle: t\nlevel: guideline\ncategory: resource\nsteps: [start]\n")
        #expect(free.level == .guideline)
        #expect(free.category == .resource)
    }

    @Test func `has every kind of step`() throws {
        let scenario = try read(
            """
            name: all
            title: t
            needs: [controls.hold, "!controls.touch"]
            settings: {seed: 7, fps: 30}
            steps:
            - load
            - start
            - start: {seed: 2, fps: 144}
            - press: left
            - press: " "
            - press: {key: left, times: 3}
            - hold: {key: soft, for: 500ms}
            - hold: soft
            - release: soft
            - click: '#start'
            - wait: 2s
            - frames: 10
            - remember: before
            - until: piece.top > before.piece.top
              within: 3s
            - play: {clear: 2, within: 5m}
            - play: {topOut: true}
            - expect: play.reached
              because: "only {play.pieces} pieces"
              otherwise: unknown
              category: interaction
              breaks: true
            - repeat: {times: 2, steps: [{frames: 1}]}
            shows: "{play.pieces} pieces"
            """)
        let clearTwo = PlayGoal(.clear(2), limitMilliseconds: 300_000)
        let moved = Expectation(ScriptExpression("piece.top > before.piece.top", line: 19))
        let reached = Expectation(
            ScriptExpression("play.reached", line: 23), because: Template("only {play.pieces} pieces", line: 24),
            otherwise: .unknown, category: .interaction, breaks: true)
        #expect(
            scenario.steps.map(\.action) == [
                .load(StartConditions()), .start(StartConditions()), .start(StartConditions(seed: 2, framesPerSecond: 144)),
                .press(control: "left", times: 1), .press(control: " ", times: 1), .press(control: "left", times: 3),
                .hold(control: "soft", milliseconds: 500), .hold(control: "soft", milliseconds: nil),
                .release(control: "soft"), .click(selector: "#start"), .wait(milliseconds: 2000), .frames(10),
                .remember("before"), .until(moved, withinMilliseconds: 3000), .play(clearTwo), .play(PlayGoal(.topOut)),
                .expect(reached),
                .repeat(times: 2, steps: [ScenarioStep(.frames(1), line: 28)]),
            ])
        #expect(scenario.settings == StartConditions(seed: 7, framesPerSecond: 30))
        #expect(scenario.needs.map(\.source) == ["controls.hold", "!controls.touch"])
    }

    @Test func `names an unknown key with its line and the allowed ones`() {
        #expect(
            problem("check: falls\ntitel: t\nsteps: [start]\n")
                == "x.yaml:2: unknown key 'titel' (did you mean title?); allowed here: "
                + "check, name, title, level, category, needs, settings, steps, shows"
        )
        #expect(
            problem(step: "press: {key: left, time: 3}") == "x.yaml:4: unknown key 'time' (did you mean times?); allowed here: key, times")
        #expect(problem(step: "expect: frame > 1\n  becuase: x").hasPrefix("x.yaml:5: unknown key 'becuase' (did you mean because?)"))
        #expect(problem(step: "pres: left").hasPrefix("x.yaml:4: unknown step 'pres' (did you mean press?); steps: load, start"))
        #expect(problem(step: "wait").hasPrefix("x.yaml:4: the step wait needs a value"))
    }

    @Test func `names an unknown check with the nearest known one`() {
        #expect(
            problem("check: clear_lines\ntitle: t\nsteps: [start]\n") == "x.yaml:1: unknown check 'clear_lines'; did you mean clears_lines?"
        )
        #expect(problem("check: falls\nlevel: should\ntitle: t\nsteps: [start]\n") == "x.yaml:2: falls is a must check, not should")
    }

    @Test(arguments: [
        ("wait: 2", "x.yaml:4: wait must be a duration as 500ms, 2s or 5m, not '2'"),
        ("wait: -2s", "x.yaml:4: wait must be a duration as 500ms, 2s or 5m, not '-2s'"),
        ("frames: many", "x.yaml:4: frames must be a whole number of at least 1, not 'many'"),
        ("press: {times: 2}", "x.yaml:4: press needs a key, as in 'press: {key: left, times: 3}'"),
        ("play: {clear: 0}", "x.yaml:4: clear must be a whole number of at least 1, not '0'"),
        ("play: {within: 3s}", "x.yaml:4: play needs one goal of clear, pieces, lines, level, random, arranged, written, topOut, restart, lockDelay, reload"),
        ("expect: !piece", "x.yaml:4: an expectation must be a text; put it in quotes when it begins with !, { or ["),
        ("expect: frame > 1\n  otherwise: maybe", "x.yaml:5: otherwise must be one of fail, absent, unknown, not 'maybe'"),
        ("remember: board", "x.yaml:4: the name 'board' belongs to the reading or a helper; remember it under another one"),
    ])
    func `says what is wrong with a step, and where`(step: String, message: String) {
        #expect(problem(step: step) == message)
    }

    @Test func `finds broken expressions when it is loaded`() {
        #expect(problem(step: "expect: piece.left ===").hasPrefix("x.yaml:4: syntax error"))
        #expect(problem(step: "expect: pieces.left === 0").hasPrefix("x.yaml:4: unknown name 'pieces' (did you mean piece?)"))
        #expect(problem(step: "expect: frame > 1\n  because: 'it is {frame +}'").hasPrefix("x.yaml:5: syntax error"))
        #expect(problem("check: falls\ntitle: t\nneeds: [contrls.left]\nsteps: [start]\n").contains("x.yaml:3: unknown name 'contrls'"))
        #expect(problem(step: "expect: \"play.locks.every((lock, n) => lock.kind === 'ok' && n >= 0) && ({a: 1}).a\"") == "")
    }

    @Test func `is YAML with a title and steps`() {
        #expect(problem("") == "x.yaml: the file is empty; a scenario needs a title and steps")
        #expect(problem("title: [a\nsteps: 1").hasPrefix("x.yaml:2: this is not YAML:"))
        #expect(problem("title: t\ntitle: u").contains("'title' is given twice"))
        #expect(
            problem("title: t\nsteps: [start]") == "x.yaml:1: a scenario needs 'check: <id>', or 'name:' when it is no check of the rules")
        #expect(problem("name: a\ntitle: t\nsteps: []") == "x.yaml:3: steps is empty; a scenario needs at least one step")
        #expect(problem("- start").hasPrefix("x.yaml:1: a scenario must be a mapping with the keys"))
    }

    @Test func `reads durations`() {
        #expect(VirtualDuration.milliseconds("500ms") == 500)
        #expect(VirtualDuration.milliseconds("1.5s") == 1500)
        #expect(VirtualDuration.milliseconds("5m") == 300_000)
        #expect(["", "s", "5", "x5s", "infs", "1e400s", " 5s"].allSatisfy { VirtualDuration.milliseconds($0) == nil })
        #expect(VirtualDuration.text(milliseconds: 350) == "350 ms")
        #expect(VirtualDuration.text(milliseconds: 1250) == "1.25 s")
        #expect(VirtualDuration.text(milliseconds: 300_000) == "5 min")
    }
}
