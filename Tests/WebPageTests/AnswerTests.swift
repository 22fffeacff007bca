import Foundation
import Testing

@testable import WebPage

@Suite("What a page makes of its player")
struct AnswerTests {
    @Test func `says for each key what was read of it and whether its default was prevented`() throws {
        let page = try TestPage(
            script: """
                addEventListener('keydown', e => {
                  if (e.key === 'ArrowLeft') e.preventDefault();
                  else if (e.key === 'b') void e.keyCode;
                });
                """)
        for name in ["ArrowLeft", "ArrowLeft", "b", "ArrowUp"] { page.press(name) }
        #expect(page.page.keyAnswers() == [
            KeyAnswer(key: "ArrowLeft", presses: 2, prevented: 2, modernReads: 2, legacyReads: 0),
            KeyAnswer(key: "b", presses: 1, prevented: 0, modernReads: 1, legacyReads: 1),
            KeyAnswer(key: "ArrowUp", presses: 1, prevented: 0, modernReads: 1, legacyReads: 0),
        ])
    }

    @Test(arguments: ["keyCode", "which", "charCode"])
    func `knows the old numbers by any of their names`(name: String) throws {
        let page = try TestPage(script: "document.onkeydown = ({ \(name) }) => void \(name)")
        page.press("a")
        #expect(page.page.keyAnswers().map(\.legacyReads) == [1])
    }

    @Test func `does not count what a script sends itself`() throws {
        let page = try TestPage(
            script: """
                document.onkeydown = e => { if (!e.isTrusted) void e.keyCode };
                document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', keyCode: 65 }));
                """)
        page.press("b")
        #expect(page.page.keyAnswers() == [KeyAnswer(key: "b", presses: 1, prevented: 0, modernReads: 0, legacyReads: 0)])
    }

    @Test func `knows which sounds can be heard`() throws {
        let page = try TestPage(
            script: """
                onkeydown = () => {
                  const context = new AudioContext();
                  for (const leadsSomewhere of [true, false]) {
                    const source = context.createOscillator();
                    if (leadsSomewhere) source.connect(context.destination);
                    source.start();
                  }
                  new Audio('lost.mp3').play().catch(() => {});
                };
                """)
        #expect(page.page.sounds() == SoundReport())
        page.press("a")
        page.page.advance(frames: 3)
        let sounds = page.page.sounds()
        #expect(sounds.started == 3)
        #expect(sounds.heard == 1)
        #expect(sounds.lost == ["https://submission.test/lost.mp3"])
    }

    @Test func `lets an audio context run once a source starts after the first gesture`() throws {
        let page = try TestPage(
            script: """
                const context = new AudioContext(), held = new AudioContext();
                held.suspend();
                const states = () => [context.state, held.state];
                onkeydown = () => { for (const each of [context, held]) each.createOscillator().start(); };
                """)
        try page.expect("states()", #"["suspended","suspended"]"#)
        page.press("a")
        try page.expect("states()", #"["running","suspended"]"#)
    }

    @Test func `keeps what it stored for the next page, and says what it asks for`() throws {
        let first = try TestPage(script: "localStorage.best = 120; localStorage.setItem('name', 'Ada'); sessionStorage.gone = 1")
        let stored = first.page.stored()
        #expect(stored.items == ["best": "120", "name": "Ada"])
        #expect(stored.reads == [])
        var options = PageOptions()
        options.storage = stored.items
        let second = try TestPage(script: "var found = [localStorage.getItem('best'), localStorage.getItem('none'), sessionStorage.getItem('gone')]", options: options)
        try second.expect("found", #"["120",null,null]"#)
        #expect(second.page.stored().reads == ["best"])
    }
}
