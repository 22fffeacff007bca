import Foundation
import GameReading
import TestSupport
import Testing
import WebPage

@testable import GamePlaying

@Suite("What is found out about a game", .onOwnThread)
struct GameDiscoveryTests {
    private struct Answer: CustomTestStringConvertible {
        var game: String
        var start: String
        var columns = 10
        var render = "canvas"
        var hard: String? = " "
        var pause: String?
        var hold: String?

        var testDescription: String { game }
    }

    private static let answers = [
        Answer(game: "a03", start: "click #start-button", render: "dom", pause: "click #start-button"),
        Answer(game: "a08", start: ""),
        Answer(game: "b01", start: "", columns: 12, hard: nil),
        Answer(game: "b02", start: "Enter", pause: "p"),
        Answer(game: "b04", start: "click #playBtn", pause: "p", hold: "c"),
    ]

    @Test(arguments: answers)
    private func `is its start, its playfield and its keys`(answer: Answer) throws {
        let session = try FixtureGame.session("games/" + answer.game)
        let found = GameDiscovery(session).run()
        #expect(found.hasStarted)
        let knowledge = found.knowledge
        #expect(knowledge.start.map(\.description).joined(separator: ", ") == answer.start)
        #expect(knowledge.field?.columns == answer.columns)
        #expect(knowledge.field?.rows == 20)
        #expect(knowledge.render == answer.render)
        let keys = ["left", "right", "rotate", "soft", "hard", "pause", "hold"].map { knowledge.controls[$0]?.description }
        #expect(keys == ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", answer.hard, answer.pause, answer.hold])
        #expect((knowledge.gravityMs ?? 0) > 100)
    }

    @Test func `is that its keys go to an element that has to be clicked first`() throws {
        let guideline = try FixtureGame.page("guideline").html
        let html = guideline.replacing("document.addEventListener('keydown'", with: "element('field').tabIndex = 0; element('field').addEventListener('keydown'")
        let session = try FixtureGame.session(html: html)
        let knowledge = GameDiscovery(session).run().knowledge
        #expect(knowledge.start.map(\.description) == ["click #start", "click at 136,256"])
        #expect(knowledge.controls.left?.description == "ArrowLeft")
    }

    @Test func `is what a finger does`() throws {
        let session = try FixtureGame.session("guideline")
        let knowledge = GameDiscovery(session).run().knowledge
        #expect(knowledge.touch?.words == ["left": "swipe left", "right": "swipe right", "rotate": "swipe up", "hard": "swipe down"])
        #expect(knowledge.controls.left?.description == "ArrowLeft")
    }

    @Test func `is no way of a finger where keys for the sides are dead`() throws {
        let html = try FixtureGame.page("guideline").html.replacing("ArrowLeft: () => move(-1)", with: "ArrowLeft: () => {}")
        let session = try FixtureGame.session(html: html)
        #expect(GameDiscovery(session).run().knowledge.controls.left == nil)
    }

    @Test func `is no drop by a key that stops the game as well, since it presses the button that has the focus`() throws {
        let html = try FixtureGame.page("games/a03").html.replacing("startButton.blur();", with: "").replacing("    e.preventDefault();\n", with: "")
        let session = try FixtureGame.session(html: html)
        let controls = GameDiscovery(session).run().knowledge.controls
        #expect(controls.hard == nil)
        #expect(controls.soft?.description == "ArrowDown")
    }

    /// What is found out about the game b02 with something else in its text.
    private func found(replacing text: String, with other: String) throws -> GameKnowledge {
        let html = try FixtureGame.page("games/b02").html.replacing(text, with: other)
        let session = try FixtureGame.session(html: html)
        return GameDiscovery(session).run().knowledge
    }

    @Test(arguments: [0, 7]) func `is a key that moves pieces away from the wall at which they appear`(column: Int) throws {
        let controls = try found(replacing: "x: 3, y", with: "x: \(column), y").controls
        #expect(controls.left?.description == "ArrowLeft")
        #expect(controls.right?.description == "ArrowRight")
    }

    @Test func `is no key for a side to which no key moves pieces`() throws {
        #expect(try found(replacing: "case 'ArrowLeft': move(-1, 0); break;", with: "").controls.left == nil)
    }

    @Test func `is a start by a button though keys begin the game as well, which takes the button away`() throws {
        let page = PageSource(html: """
            <canvas id="c" width="100" height="200"></canvas><button>Help</button><div id="over"><button id="go">Los</button></div><script>
            const pen = document.getElementById('c').getContext('2d');
            let row = 0, column = 3, timer = null;
            function paint() {
              pen.clearRect(0, 0, 100, 200);
              for (let i = 0; i < 3; i++) pen.fillRect(10 * (column + i), 10 * row + 10, 10, 10);
              pen.fillRect(10 * column + 10, 10 * row, 10, 10);
            }
            function begin() {
              document.getElementById('over').style.display = 'none';
              timer ??= setInterval(() => { row = (row + 1) % 17; paint(); }, 400);
            }
            document.getElementById('go').onclick = begin;
            addEventListener('keydown', ({ key }) => {
              if (!['ArrowLeft', 'ArrowRight'].includes(key)) return;
              begin();
              column += key === 'ArrowLeft' ? -1 : 1;
              paint();
            });
            paint();
            </script>
            """)
        let session = try FixtureGame.session(page)
        let knowledge = GameDiscovery(session).run().knowledge
        #expect(knowledge.start.map(\.description) == ["click #go"])
        #expect(knowledge.gravityMs != nil)
    }

    @Test func `is the button that hands a game over which plays by itself`() throws {
        let knowledge = try found(
            replacing: "addEventListener('keydown', e => {\n  if (!alive) return;",
            with: """
                let plays = true;
                document.body.insertAdjacentHTML('beforeend', '<a id="ai-button">Play AI</a>');
                $('ai-button').onclick = () => { plays = !plays; };
                addEventListener('keydown', e => {
                  if (!alive || plays) return;
                """)
        #expect(knowledge.start.map(\.description) == ["Enter", "click #ai-button"])
        #expect(knowledge.controls.left?.description == "ArrowLeft")
    }

    @Test func `is a button that begins another game, and a key for a pause that doesn't hold`() throws {
        let session = try FixtureGame.session("mutants/b06--pause-dead")
        let controls = GameDiscovery(session).run().knowledge.controls
        #expect(controls.restart?.description == "click #start-button")
        #expect(controls.pause?.description == "p")
    }

    @Test func `is a start behind a form that asks for a name`() throws {
        let page = PageSource(html: """
            <form id="f"><input id="name" minlength="2"><button>Go</button></form><canvas id="c" width="100" height="200"></canvas><script>
            document.getElementById('f').onsubmit = (event) => {
              event.preventDefault();
              if (document.getElementById('name').value === '') return;
              const pen = document.getElementById('c').getContext('2d');
              let row = 0;
              setInterval(() => {
                pen.clearRect(0, 0, 100, 200);
                row = (row + 1) % 17;
                for (let i = 0; i < 3; i++) pen.fillRect(30 + 10 * i, 10 * row + 10, 10, 10);
                pen.fillRect(40, 10 * row, 10, 10);
              }, 200);
            };
            </script>
            """)
        let session = try FixtureGame.session(page)
        #expect(GameDiscovery(session).run().knowledge.start.map(\.description) == ["click #name", "1", "1", "1", "Enter"])
    }

    @Test func `is no button for a side whose key is dead, where the other side has a key`() throws {
        let button = "<button id='b' onclick='if (column > 0) column--'>left</button>"
        let html = Self.falling(extras: button).replacing("event.key === 'ArrowLeft' && column > 0", with: "event.key === 'ArrowLeft' && column > 99")
        let session = try FixtureGame.session(html: html)
        let controls = GameDiscovery(session).run().knowledge.controls
        #expect(controls.left == nil)
        #expect(controls.right?.description == "ArrowRight")
    }

    @Test func `is the key for a side at whose wall pieces appear`() throws {
        let html = Self.falling(extras: "").replacing("column = 3", with: "column = 7")
        let session = try FixtureGame.session(html: html)
        let controls = GameDiscovery(session).run().knowledge.controls
        #expect(controls.left?.description == "ArrowLeft")
        #expect(controls.right?.description == "ArrowRight")
    }

    /// A T that falls in a field of ten by twenty cells after a click on the button.
    private static func falling(style: String = "", extras: String) -> String {
        """
        <!DOCTYPE html><style>\(style)</style><button id="go">Play</button><canvas id="c" width="100" height="200"></canvas>\(extras)<script>
        const pen = document.getElementById('c').getContext('2d');
        let row = 0, column = 3, timer = null;
        function paint() {
          pen.clearRect(0, 0, 100, 200);
          for (let i = 0; i < 3; i++) pen.fillRect(10 * (column + i), 10 * row + 10, 10, 10);
          pen.fillRect(10 * column + 10, 10 * row, 10, 10);
        }
        document.getElementById('go').onclick = () => { timer = timer ?? setInterval(() => { row = (row + 1) % 17; paint(); }, 250); };
        addEventListener('keydown', (event) => {
          if (event.key === 'ArrowLeft' && column > 0) column--;
          if (event.key === 'ArrowRight' && column < 7) column++;
        });
        </script>
        """
    }

    @Test func `is a start behind a welcome that comes up by itself and keeps the keys from the game`() throws {
        let welcome = """
            <div id="welcome" style="display: none; position: fixed; inset: 0; background: #234"><button id="ready">Fine</button></div><script>
            const welcome = document.getElementById('welcome');
            setTimeout(() => { welcome.style.display = 'block'; }, 500);
            document.getElementById('ready').onclick = () => welcome.remove();
            addEventListener('keydown', (event) => { if (welcome.isConnected) event.stopImmediatePropagation(); }, true);
            </script>
            """
        let knowledge = try knowledge(of: Self.falling(extras: welcome))
        #expect(knowledge.start.map(\.description) == ["click #ready", "click #go"])
        #expect(knowledge.controls.left?.description == "ArrowLeft")
    }

    @Test func `is a start by a button that answers a finger only, behind others that do`() throws {
        let pads = (0..<4).map { "<button ontouchstart='void \($0)'>\($0)</button>" }.joined()
        let html = Self.falling(extras: "").replacing("<button id=\"go\">Play</button>", with: pads + "<button id='go'>Los</button>")
            .replacing("('go').onclick", with: "('go').ontouchstart")
        #expect(try knowledge(of: html).start.map(\.description) == ["tap #go"])
    }

    /// A page of links, one of which leads to a game.
    private func hub(_ links: String) throws -> GameSession {
        let files = ["games/other.html": "<p>Nothing moves here.</p>", "games/blocks.html": Self.falling(extras: "")]
        return try FixtureGame.session(PageSource(html: links, files: files.mapValues { Data($0.utf8) }))
    }

    private static let links = "<a id='a' href='games/other.html'>Other</a><a id='b' href='games/blocks.html?level=2'>Blocks</a>"

    @Test func `is on the page to which the first one leads`() throws {
        let session = try hub(Self.links)
        let knowledge = GameDiscovery(session) { $0.html.contains("canvas") }.run().knowledge
        #expect(session.source.name == "games/blocks.html")
        #expect(knowledge.approach == "click #b to games/blocks.html")
        #expect(knowledge.start.map(\.description) == ["click #go"])
        #expect(knowledge.controls.left?.description == "ArrowLeft")
    }

    @Test func `is on no other page where none is of the game that is looked for`() throws {
        let session = try hub(Self.links)
        #expect(GameDiscovery(session) { _ in false }.run().hasStarted == false)
        #expect(session.source.name == "index.html")
    }

    @Test func `is on the first page where the game is there, whatever links lead away`() throws {
        let session = try FixtureGame.session(PageSource(html: Self.falling(extras: Self.links), files: ["games/blocks.html": Data("<canvas></canvas>".utf8)]))
        let knowledge = GameDiscovery(session).run().knowledge
        #expect(knowledge.approach == nil)
        #expect(knowledge.start.map(\.description) == ["click #go"])
    }

    private func knowledge(of html: String) throws -> GameKnowledge {
        let session = try FixtureGame.session(html: html)
        return GameDiscovery(session).run().knowledge
    }

    @Test func `is a start after a screen that goes by itself`() throws {
        let found = try knowledge(of: Self.falling(
            style: "@keyframes leave { to { visibility: hidden } } #load { position: fixed; inset: 0; background: #fff; animation: leave 0.2s 4.3s forwards }"
                + " #bar { width: 20px; height: 20px; background: red }",
            extras: "<div id=\"load\"><div id=\"bar\"></div></div><script>setInterval(() => { bar.style.width = parseFloat(getComputedStyle(bar).width) + 3 + 'px' }, 100)</script>"))
        #expect(found.start.map(\.description) == ["click #go"])
        #expect(found.settlingMilliseconds > 0)
    }

    @Test func `is a start after a count that comes up only later`() throws {
        let found = try knowledge(of: Self.falling(extras: """
            <p id="banner"></p><script>const banner = document.getElementById('banner');
            go.addEventListener('click', (event) => {
              if (banner.textContent) return;
              event.stopImmediatePropagation();
              banner.textContent = 'Marathon';
              [3, 2, 1].forEach((figure, index) => setTimeout(() => { banner.textContent = figure }, 2400 + 1000 * index));
              setTimeout(() => { banner.textContent = '!'; go.click() }, 5400);
            });</script>
            """))
        #expect(found.start.map(\.description) == ["click #go"])
        #expect(found.countdownMilliseconds > 4000)
    }

    @Test func `is a start after a count of figures that are gone in a moment`() throws {
        let found = try knowledge(of: Self.falling(extras: """
            <p id="banner"></p><script>const banner = document.getElementById('banner');
            go.addEventListener('click', (event) => {
              if (banner.textContent) return;
              event.stopImmediatePropagation();
              [3, 2, 1].forEach((figure, index) => setTimeout(() => { banner.textContent = figure }, 700 * index));
              setTimeout(() => { banner.textContent = '!'; go.click() }, 2400);
            });</script>
            """))
        #expect(found.start.map(\.description) == ["click #go"])
        #expect(found.field?.columns == 10)
    }

    @Test func `is a key that takes the piece apart, beside one that turns it`() throws {
        let found = try knowledge(of: """
            <canvas id="c" width="100" height="200"></canvas><script>
            const pen = document.getElementById('c').getContext('2d');
            let row = 0, form = [[0, 1], [1, 1], [2, 1], [1, 0]];
            function paint() {
              pen.clearRect(0, 0, 100, 200);
              for (const [x, y] of form) pen.fillRect(30 + 10 * x, 10 * (row + y), 10, 10);
            }
            setInterval(() => { row = (row + 1) % 16; paint(); }, 400);
            addEventListener('keydown', (event) => {
              if (event.key === 'ArrowUp') form = form.map(([x, y]) => [2 * x - 1, y]);
              if (event.key === 'z') form = form.map(([x, y]) => [2 - y, x]);
              paint();
            });
            </script>
            """)
        #expect(found.controls.rotate?.description == "z")
        #expect(found.controls.breaking?.description == "ArrowUp")
    }

    @Test func `are keys whose effect is seen only when the piece falls`() throws {
        let found = try knowledge(of: Self.falling(extras: ""))
        #expect(found.controls.left?.description == "ArrowLeft")
        #expect(found.controls.right?.description == "ArrowRight")
        #expect(found.controls.answerFrames >= 15)
        #expect(found.settlingMilliseconds == 0)
    }
}
