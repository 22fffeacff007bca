import GameReading
import TestSupport
import Testing
import WebPage

@testable import GamePlaying

@Suite("A player", .onOwnThread)
struct PlayerTests {
    /// What the locks were like, without those that were right.
    private func wrongLocks(_ log: PlayLog) -> Set<String> {
        Set(log.locks.map(\.kind.rawValue)).subtracting([LockReport.Kind.ok.rawValue])
    }

    /// What happens when the player pursues a goal in a game of which something was changed.
    private func play(_ path: String, _ target: PlayGoal.Target, changed: (String) -> String) throws -> PlayLog {
        let html = try changed(FixtureGame.page(path).html)
        let session = try FixtureGame.started(html: html)
        let player = try #require(Player(session, goal: "test"))
        player.pursue(PlayGoal(target, limitMilliseconds: 300_000))
        return player.log
    }

    @Test func `sees every piece come to rest in a game that plays, and rows go`() throws {
        let log = try FixtureGame.play("games/a08", knowing: FixtureGame.a08, .lines(2))
        #expect(log.reached, "\(log.reason)")
        #expect(log.pieces >= 5)
        #expect(wrongLocks(log).isEmpty)
        #expect(log.anomalies.isEmpty)
        #expect(log.locks.reduce(0) { $0 + $1.full.count } == log.lines)
        #expect(!log.over && log.hang == nil)
    }

    @Test func `sees that a piece stays in the air which is left to fall, though those that are dropped don't`() throws {
        let log = try play("games/b02", .random(14)) { $0.replacing("if (!move(0, 1)) break;", with: "if (!fits(cur.type, cur.rot, cur.x, cur.y + 2) || !move(0, 1)) break;") }
        #expect(Set(log.locks.filter { $0.kind != .ok && $0.excuse == nil }.map(\.kind)) == [.floating])
    }

    @Test(arguments: [100, 200]) func `presses no key for the next piece while the cells of the last one fade in`(milliseconds: Int) throws {
        let html = try FixtureGame.page("games/a03").html
            .replacing("e.code === 'Space'", with: "e.code === 'None'").replacing("<style>", with: "<style>#grid div { transition: background-color \(milliseconds)ms }")
            .replacing("if (!tryMove({ y: current.y + 1 })) {", with: "if (!tryMove({ y: current.y + 1 }) || !isValid({ ...current, y: current.y + 1 })) {")
        let session = try FixtureGame.started(html: html)
        let player = try #require(Player(session, goal: "test"))
        player.pursue(PlayGoal(.pieces(5), limitMilliseconds: 300_000))
        #expect(player.log.pieces == 5, "\(player.log.reason)")
        #expect(wrongLocks(player.log).isEmpty)
        let presses = session.inputs.count { if case .keyDown(let stroke, isRepeat: false) = $0.action { stroke.key == "ArrowDown" } else { false } }
        let rows = player.log.locks.map { $0.piece.map(\.row).max() ?? 0 }.reduce(0, +)
        #expect(presses <= rows, "\(presses) presses for \(rows) rows")
    }

    /// What the player makes of the game b02 with something else done when a piece comes to rest.
    private func play(locking script: String, pieces: Int) throws -> PlayLog {
        let html = try FixtureGame.page("games/b02").html
            .replacing("    lock();\n", with: "    lock();\n\(script)\n")
        let session = try FixtureGame.session(html: html)
        session.knowledge = FixtureGame.b02
        session.advance(frames: 6)
        session.start()
        let player = try #require(Player(session, goal: "test"))
        player.pursue(PlayGoal(.pieces(pieces), limitMilliseconds: 300_000))
        return player.log
    }

    /// Every eighth piece takes away what lies below it.
    private static let bomb = "window.count = (window.count || 0) + 1; if (count % 8 === 0) { board.fill(0, W * (H - 1)); SAY }"

    @Test func `forgives a game for cells that go when it says why`() throws {
        let say = "$('msg').textContent = 'BOMB!'; setTimeout(() => { $('msg').textContent = ''; }, 2000);"
        let wrong = try play(locking: Self.bomb.replacing("SAY", with: say), pieces: 20).locks.filter { $0.kind != .ok }
        #expect(!wrong.isEmpty)
        #expect(wrong.allSatisfy { $0.excuse == .special })
    }

    @Test func `takes a ring that is filled when it comes to rest for what it is`() throws {
        let log = try play("games/b02", .pieces(15)) {
            $0.replacing("[0x6600, 0x6600, 0x6600, 0x6600]", with: "[0xEAE0, 0xEAE0, 0xEAE0, 0xEAE0]")
                .replacing("    lock();\n", with: "    lock();\n    if (cur.type === 3) board[(cur.y + 1) * W + cur.x + 1] = 4;\n")
        }
        #expect(log.locks.contains { $0.piece.count == 9 })
        #expect(log.locks.allSatisfy { $0.kind == .ok })
    }

    @Test func `forgives no game for cells that go without a word, or always`() throws {
        let silent = try play(locking: Self.bomb.replacing("SAY", with: ""), pieces: 20).locks.filter { $0.kind != .ok }
        #expect(!silent.isEmpty)
        #expect(silent.allSatisfy { $0.excuse == nil })
        let always = "board.fill(0, W * (H - 1)); $('msg').textContent = 'BOMB!'; setTimeout(() => { $('msg').textContent = ''; }, 2000);"
        let wrong = try play(locking: always, pieces: 20).locks.filter { $0.kind != .ok }
        #expect(wrong.contains { $0.excuse == nil })
    }

    @Test func `clears rows at the speed that it measures`() throws {
        let log = try FixtureGame.play("games/b02", knowing: FixtureGame.b02, .clear(1))
        #expect(log.reached, "\(log.reason)")
        #expect(log.clears["1"] == 1)
        #expect(wrongLocks(log).isEmpty)
        #expect(log.gravityMs.allSatisfy { $0 > 100 })
        #expect(!log.gravityMs.isEmpty)
    }

    @Test func `plays the same game twice`() throws {
        func play() throws -> PlayLog { try FixtureGame.play("games/a08", knowing: FixtureGame.a08, .pieces(6)) }
        let (first, second) = (try play(), try play())
        #expect(first == second)
        #expect(first.pieces == 6)
    }

    @Test func `piles up to the end when it is asked to`() throws {
        let log = try FixtureGame.play("games/b02", knowing: FixtureGame.b02, .topOut)
        #expect(log.over)
        #expect(log.overSign != nil)
        #expect(wrongLocks(log).isEmpty)
    }

    @Test func `knows how high the stack was where the end wipes the field`() throws {
        let log = try play("games/b02", .topOut) { $0.replacing("  render();\n  alive = false;", with: "  board.fill(0);\n  cur = null;\n  render();\n  alive = false;") }
        #expect(log.over)
        #expect(try #require(log.overTop) < 4)
    }

    @Test func `turns every kind of piece, compares the preview and counts the points on the way`() throws {
        let log = try FixtureGame.play("games/b02", knowing: FixtureGame.b02, .lines(4))
        #expect(Set(log.turns.map(\.kind)) == ["I", "J", "L", "O", "S", "T", "Z"])
        #expect(log.turns.allSatisfy { $0.fault == nil })
        #expect(log.preview?.isRight == true)
        #expect(log.softPoints == 1)
        #expect(ScoringRule(log.scores).hard == 2)
        #expect(log.scores.filter { $0.lines == 1 }.allSatisfy { $0.forRows == 100 })
    }

    @Test func `sees pieces that rush down and end the game before anyone can act`() throws {
        let log = try FixtureGame.play("mutants/a08--speed-runaway", knowing: FixtureGame.a08, .lines(50))
        #expect(try #require(log.speedMinMs) < Player.rowMillisecondsMin)
    }

    @Test func `finds that another piece comes than was shown`() throws {
        let log = try FixtureGame.play("mutants/b02--next-wrong", knowing: FixtureGame.b02, .lines(4))
        #expect(log.preview?.isRight == false)
    }

    @Test func `begins another game after the end`() throws {
        let session = try FixtureGame.started("games/b02", knowing: FixtureGame.b02)
        let player = try #require(Player(session, goal: "end"))
        player.pursue(PlayGoal(.topOut))
        let next = try #require(Player(session, goal: "next", tracker: player.tracker))
        next.pursue(PlayGoal(.restart))
        #expect(next.log.restarted)
        #expect(next.log.reason == "Enter")
    }

    @Test func `finds pieces that wrap around the field's edges`() throws {
        let log = try FixtureGame.play("mutants/a08--wrap", knowing: FixtureGame.a08, .random(12))
        #expect(!log.anomalies.isEmpty)
    }

    @Test func `finds rows above a removed one that stay where they were`() throws {
        let log = try FixtureGame.play("mutants/a08--clear-no-shift", knowing: FixtureGame.a08, .lines(3))
        #expect(wrongLocks(log).contains("rowsWrong"))
    }

    @Test func `finds full rows that are never removed`() throws {
        let log = try FixtureGame.play("mutants/b02--clear-never", knowing: FixtureGame.b02, .clear(1))
        #expect(!log.reached)
        let wrong = try #require(log.locks.first { $0.kind != .ok })
        #expect([.rowsNotCleared, .rowsWrong].contains(wrong.kind))
        #expect(wrong.seen != wrong.expected)
        #expect(wrong.full == [19])
    }

    @Test func `finds that the wrong row is removed`() throws {
        let log = try FixtureGame.play("mutants/b02--clear-wrong-row", knowing: FixtureGame.b02, .lines(4))
        #expect(!wrongLocks(log).isDisjoint(with: ["rowsWrong", "rowsNotCleared"]))
    }

    @Test func `gets no second piece where pieces never come to rest`() throws {
        let log = try FixtureGame.play("mutants/b02--never-lock", knowing: FixtureGame.b02, .pieces(3))
        #expect(!log.reached)
        #expect(log.pieces == 0 || wrongLocks(log).contains("stuck"))
    }

    @Test func `writes full rows into the playfield and asks the variables what became of them`() throws {
        let log = try FixtureGame.play("games/b02", knowing: FixtureGame.b02, .written(2))
        #expect(log.reached, "\(log.reason)")
        #expect(log.clears == ["1": 1, "2": 1])
    }

    @Test func `sees that no piece follows where full rows blink for ever`() throws {
        let log = try play("games/b02", .lines(4)) {
            $0.replacing("for (let i = 0; i < 4; i++) {\n    render(i % 2 ? null : rows);", with: "for (let i = 0; ; i++) {\n    render(i % 2 ? null : rows);")
        }
        #expect(log.locks.last?.kind == .stuck)
        #expect(log.locks.last?.full.isEmpty == false)
    }

    @Test func `notes that a piece stays in the air with nothing pressed`() throws {
        let log = try play("games/b02", .lines(6)) { $0.replacing("sleep(Math.max(60, 800 - (level - 1) * 70))", with: "sleep(lines ? 1e9 : 800)") }
        #expect(log.reached, "\(log.reason)")
        #expect(try #require(log.hoverMs) > 2000)
    }

    @Test func `notes no piece in the air where the page says that the player has won`() throws {
        let log = try play("games/b02", .lines(6)) {
            $0.replacing("sleep(Math.max(60, 800 - (level - 1) * 70))", with: "(lines && ($('msg').textContent = 'You win!'), sleep(lines ? 1e9 : 800))")
                .replacing("if (move(0, 1)) score += 1;", with: "if (!move(0, 1) && wake) wake();")
        }
        #expect(log.reached, "\(log.reason)")
        #expect(log.hoverMs == nil)
    }

    @Test func `doesn't push a piece at rest whose follower is known by its ghost only, which a push would throw down`() throws {
        let log = try play("games/b02", .pieces(12)) {
            $0.replacing("y: next === 0 ? -1 : 0", with: "y: next === 0 ? -4 : -3")
                .replacing("if (move(0, 1)) score += 1;", with: "for (let i = 0; i < 10; i++) move(0, 1);")
        }
        #expect(log.reached, "\(log.reason)")
        #expect(wrongLocks(log).isEmpty)
    }

    @Test func `waits for a piece that is squeezed for a moment when it appears`() throws {
        let log = try play("games/b02", .lines(6)) {
            $0.replacing(
                "    each(MASKS[cur.type][cur.rot], (x, y) => { cell(ctx, cur.x + x, cur.y + y, COLORS[cur.type + 1], CELL); });\n  }",
                with: """
                    ctx.save();
                    ctx.translate(0, (cur.y + 4) * CELL);
                    ctx.scale(1, 1 - Math.max(0, 1 - (performance.now() - cur.since) / 160) / 4);
                    ctx.translate(0, -(cur.y + 4) * CELL);
                    each(MASKS[cur.type][cur.rot], (x, y) => { cell(ctx, cur.x + x, cur.y + y, COLORS[cur.type + 1], CELL); });
                    ctx.restore();
                  }
                """
            ).replacing("cur = { type: next,", with: "cur = { since: performance.now(), type: next,")
                .replacing("main();\n</script>", with: "setInterval(() => { if (cur) render(); }, 16);\nmain();\n</script>")
        }
        #expect(log.pieces > 4)
        #expect(!log.anomalies.contains { $0.kind == .vanished || $0.kind == .overlapping })
    }

    @Test(arguments: [0, 1]) func `sees by pushes that are refused whether pieces are drawn too high`(rows: Int) throws {
        let log = try play("games/b02", .random(25)) {
            $0.replacing("cell(ctx, cur.x + x, cur.y + y, COLORS", with: "cell(ctx, cur.x + x, cur.y + y - \(rows), COLORS")
        }
        let areTooHigh = log.pushes.refusedAbove >= 3 && log.pushes.movedAbove == 0 && log.pushes.refusedInTheOpen == 0
        #expect(areTooHigh == (rows == 1), "\(log.pushes)")
        #expect(rows == 1 || log.pushes.movedAbove > 0)
    }

    @Test(arguments: [false, true]) func `holds no key against a game that is over`(isOver: Bool) throws {
        let page = PageSource(html: "<script>addEventListener('keydown', () => { for (;;); });</script>")
        let session = try GameSession(page, options: PageOptions(callSeconds: 0.2), browser: Browser(extensions: ReadingExtensions.all))
        let key = Gesture.key(try #require(KeyStroke.named("ArrowUp")))
        session.knowledge.controls.rotate = key
        session.isOver = isOver
        session.make(key)
        #expect((session.worstFreeze == nil) == isOver)
    }

    @Test func `leaves a drop alone that leaves pieces in the air`() throws {
        let log = try play("games/a08", .pieces(8)) {
            $0.replacing("D=_=>{if(M", with: "D=_=>{if(!D.f&&M").replacing("while(D());", with: "while(!H(p,x,y+2))y++;D.f=1;D();D.f=0")
        }
        #expect(log.reached, "\(log.reason)")
        #expect(log.locks.filter { $0.kind != .ok }.map(\.kind) == [.floating, .floating])
    }

    @Test func `sees that a piece was out of sight once another one comes`() throws {
        let log = try play("games/b02", .pieces(8)) {
            $0.replacing("function cell(g, x, y, color, size) {", with: "function cell(g, x, y, color, size) { if (g === ctx && color === COLORS[5]) return;")
        }
        #expect(log.anomalies.contains { $0.kind == .hidden && $0.control == "fall" })
    }

    @Test func `finds a wall that holds all pieces but one`() throws {
        let log = try play("games/a08", .random(20)) { $0.replacing("i>9|", with: "i>(k?9:10)|") }
        let beyond = log.anomalies.filter { [.vanished, .hidden].contains($0.kind) && $0.control == "right" }
        #expect(!beyond.isEmpty)
        #expect(beyond.allSatisfy { $0.before.count == 4 && Set($0.before.map(\.row)).count == 1 })
    }

    @Test func `takes pieces that come down unseen for too fast, and not for a stack that is wrong`() throws {
        let log = try play("games/a08", .lines(12)) {
            $0.replacing("Math.max(80,500-L*5)", with: "L<2?500:3")
        }
        #expect(try #require(log.speedMinMs) < Player.rowMillisecondsMin)
        #expect(log.locks.allSatisfy { $0.kind == .ok || $0.excuse != nil })
    }

    @Test(arguments: ["b02--clear-never", "b02--clear-wrong-row"])
    func `finds that rows which were written are not removed right`(mutant: String) throws {
        let log = try FixtureGame.play("mutants/\(mutant)", knowing: FixtureGame.b02, .written(2))
        #expect(!log.reached)
        #expect(log.lines == 0)
        #expect(log.reason.hasSuffix("were not removed right"))
    }

    @Test(arguments: ["a07--overlap", "b06--overlap"])
    func `finds pieces that turn into others, although the game looks at some of the cells`(mutant: String) throws {
        let knowledge = try FixtureGame.discovered("games/\(mutant.prefix(3))")
        let log = try FixtureGame.play("mutants/\(mutant)", knowing: knowledge, .random(25))
        #expect(log.anomalies.contains { $0.control == "rotate" && $0.kind == .overlapping })
    }
}
