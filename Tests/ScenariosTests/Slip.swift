/// A slip in a game that keeps to the guideline, and the check that fails for it.
struct Slip: Sendable {
    let check: String
    /// The game that the slip is in: some games have several slips that don't get into each other's way.
    let game: String
    /// What stands in the right game, and what stands there instead.
    let edits: [(right: String, wrong: String)]

    init(_ check: String, in game: String, _ edits: [(String, String)]) {
        self.check = check
        self.game = game
        self.edits = edits.map { ($0.0, $0.1) }
    }

    /// One for each check, in the table's order.
    static let all = [
        Slip(
            "loads", in: "loads",
            [
                (#"const COLUMNS = 10, ROWS = 20"#, #"const COLUMNS = 10, ROWS = "#),
            ]),
        Slip(
            "starts", in: "starts",
            [
                (#"() => { start(); element('start').blur(); }"#, #"() => {}"#),
                (#"if (code === 'Enter' && state !== 'playing') start();"#, #""#),
            ]),
        Slip(
            "spawns", in: "spawns",
            [
                (#"if (!fits(piece.cells, piece.x, piece.y)) end();"#, #"end();"#),
            ]),
        Slip(
            "falls", in: "falls",
            [
                (#"sinceFall >= gravity()"#, #"false"#),
            ]),
        Slip(
            "moves", in: "steering",
            [
                (#"ArrowLeft: () => move(-1)"#, #"ArrowLeft: () => {}"#),
            ]),
        Slip(
            "walls_hold", in: "walls_hold",
            [
                (#"(x + c >= 0 && x + c < COLUMNS &&"#, #"(x + c >= -9 && x + c < COLUMNS &&"#),
            ]),
        Slip(
            "rotates", in: "steering",
            [
                (#"cells.map((row) => row[c]).reverse()"#, #"cells.map((row) => row[c])"#),
            ]),
        Slip(
            "locks", in: "locks",
            [
                (#"board[piece.y + r][piece.x + c] = COLOURS"#, #"board[piece.y + r - 1][piece.x + c] = COLOURS"#),
            ]),
        Slip(
            "clears_lines", in: "clears_lines",
            [
                (#"const kept = board.filter((row) => !row.every(Boolean));"#, #"const kept = board;"#),
            ]),
        Slip(
            "game_over", in: "end",
            [
                (#"if (!fits(piece.cells, piece.x, piece.y)) end();"#, #""#),
            ]),
        Slip(
            "drawn", in: "drawn",
            [
                (#"#panel p { margin"#, #"#field { opacity: 0; } #panel p { margin"#),
            ]),
        Slip(
            "playable_speed", in: "playable_speed",
            [
                (#"Math.max(100, 1000 - (level - 1) * 80)"#, #"level > 2 ? 20 : 1000"#),
            ]),
        Slip(
            "scores", in: "others",
            [
                (#"score += POINTS[full] * level;"#, #""#),
            ]),
        Slip(
            "levels_up", in: "long",
            [
                (#"level = Math.floor(lines / 10) + 1;"#, #""#),
            ]),
        Slip(
            "restart", in: "others",
            [
                (#"state = 'playing';\#n  element('message')"#, #"state = 'playing';\#n  window.games = (window.games ?? 0) + 1;\#n  element('message')"#),
                (#"sinceFall += passed;"#, #"sinceFall += passed * window.games;"#),
            ]),
        Slip(
            "pause", in: "trials",
            [
                (#"if (state === 'playing') {\#n    const isLying"#, #"if (state === 'playing' || state === 'paused') {\#n    const isLying"#),
            ]),
        Slip(
            "next_preview", in: "long",
            [
                (#"['next', queue[0]]"#, #"['next', 'IOTSZJL'[lines % 7]]"#),
            ]),
        Slip(
            "hard_drop", in: "trials",
            [
                (#"while (fall()) score += 2;"#, #"move(1); while (fall()) score += 2;"#),
            ]),
        Slip(
            "soft_drop", in: "trials",
            [
                (#"if (code in ACTIONS) ACTIONS[code]();"#, #"if (code in ACTIONS) { if (code !== 'ArrowDown' || !event.repeat) ACTIONS[code](); }"#),
            ]),
        Slip(
            "all_seven_pieces", in: "end",
            [
                (#"['I', 'O', 'T', 'S', 'Z', 'J', 'L']"#, #"['I', 'O', 'T', 'S', 'Z', 'J']"#),
            ]),
        Slip(
            "colours_kept", in: "long",
            [
                (#"= COLOURS[piece.kind]; }));"#, #"= '#888888'; }));"#),
            ]),
        Slip(
            "board_10x20", in: "board_10x20",
            [
                (#"const COLUMNS = 10, ROWS = 20, CELL = 24"#, #"const COLUMNS = 12, ROWS = 20, CELL = 20"#),
            ]),
        Slip(
            "no_errors", in: "long",
            [
                (#"canHold = true;\#n  spawn(next());\#n}\#nfunction end"#, #"canHold = true;\#n  spawn(next());\#n  setTimeout(() => gone());\#n}\#nfunction end"#),
            ]),
        Slip(
            "rate_independent", in: "trials",
            [
                (#"const passed = Math.min(time - last, 100);"#, #"const passed = 1000 / 60;"#),
            ]),
        Slip(
            "steady_memory", in: "trials",
            [
                (#"  last = time;\#n"#, #"  last = time;\#n  (window.kept ??= []).push(new Array(200).fill(time));\#n"#),
            ]),
        Slip(
            "scoring_table", in: "long",
            [
                (#"[0, 100, 300, 500, 800]"#, #"[0, 40, 100, 300, 1200]"#),
            ]),
        Slip(
            "seven_bag", in: "long",
            [
                (#"bag = draw(['I', 'O', 'T', 'S', 'Z', 'J', 'L'])"#, #"bag = ['IOTSZJL'[Math.floor(Math.random() * 7)]]"#),
            ]),
        Slip(
            "srs_rotation", in: "long",
            [
                (#"J: ['x..', 'xxx', '...'], L: ['..x', 'xxx', '...']"#, #"J: ['...', 'x..', 'xxx'], L: ['...', '..x', 'xxx']"#),
            ]),
        Slip(
            "wall_kicks", in: "trials",
            [
                (#"of kicks) {"#, #"of [[0, 0]]) {"#),
            ]),
        Slip(
            "ghost", in: "others",
            [
                (#"paint(field, piece.cells, piece.x, y, '#444444')"#, #"paint(field, piece.cells, Math.floor((COLUMNS - piece.cells[0].length) / 2), y, '#444444')"#),
            ]),
        Slip(
            "hold", in: "steering",
            [
                (#"  canHold = false;\#n"#, #""#),
            ]),
        Slip(
            "lock_delay", in: "trials",
            [
                (#"LOCK_MS = 500"#, #"LOCK_MS = 0"#),
            ]),
        Slip(
            "spawn_centred", in: "spawn_centred",
            [
                (#"Math.floor((COLUMNS - cells[0].length) / 2)"#, #"0"#),
            ]),
        Slip(
            "auto_repeat", in: "others",
            [
                (#"if (code in ACTIONS) ACTIONS[code]();"#, #"if (code in ACTIONS) { if (!event.repeat) ACTIONS[code](); }"#),
            ]),
        Slip(
            "touch", in: "others",
            [
                (#"move(dx < 0 ? -1 : 1)"#, #"move(-1)"#),
            ]),
        Slip(
            "high_score_kept", in: "others",
            [
                (#"localStorage.setItem('best',"#, #"localStorage.setItem('highest',"#),
            ]),
        Slip(
            "sound", in: "long",
            [
                (#"  oscillator.connect(audio.destination);\#n"#, #""#),
            ]),
        Slip(
            "modern_input", in: "long",
            [
                (#"const { code } = event;"#, #"const code = { 13: 'Enter', 32: 'Space', 37: 'ArrowLeft', 38: 'ArrowUp', 39: 'ArrowRight', 40: 'ArrowDown', 67: 'KeyC', 80: 'KeyP' }[event.keyCode];"#),
            ]),
        Slip(
            "keys_dont_scroll", in: "long",
            [
                (#"  event.preventDefault();\#n  if (state !== 'playing') return;\#n  if (code in"#, #"  if (state !== 'playing') return;\#n  if (code in"#),
            ]),
    ]

    /// Slips of which a check must find each, beside the first that it has.
    static let others = [
        Slip(
            "walls_hold", in: "a wall two columns out of sight",
            [
                (#"(x + c >= 0 && x + c < COLUMNS &&"#, #"(x + c >= 0 && x + c < COLUMNS + 2 &&"#),
            ]),
        Slip(
            "playable_speed", in: "pieces that are down at once",
            [
                (#"Math.max(100, 1000 - (level - 1) * 80)"#, #"10"#),
            ]),
    ]
}
