import GameReading
import TestSupport
import Testing

@testable import GamePlaying

/// Games that run and draw nothing of their playfield.
@Suite("A game that nobody sees", .onOwnThread)
struct UnseenGameTests {
    /// A game on a canvas on which nothing is painted, in which pieces fall by timer and are steered by arrow keys.
    /// - Parameters:
    ///   - state: declares what it keeps, with `spawn`, `cells` (of the piece moved by `dx`, `dy`), `step`, `turn`.
    private static func game(_ state: String) -> String {
        """
        <!DOCTYPE html><title>Tetris</title><canvas width=200 height=400></canvas><script>
        const board = Array.from({ length: 20 }, () => Array(10).fill(0));
        let over = false;
        \(state)
        const free = (list) => list.every(([x, y]) => x >= 0 && x < 10 && y < 20 && !board[y]?.[x]);
        function fall() {
          if (over) return;
          if (free(cells(0, 1))) return step(0, 1);
          for (const [x, y] of cells(0, 0)) board[y][x] = 1;
          for (let y = 0; y < 20; y++) if (board[y].every(Boolean)) { board.splice(y, 1); board.unshift(Array(10).fill(0)); }
          spawn();
          if (!free(cells(0, 0))) over = true;
        }
        onkeydown = ({ key }) => {
          if (over) return;
          if (key === 'ArrowLeft' && free(cells(-1, 0))) step(-1, 0);
          if (key === 'ArrowRight' && free(cells(1, 0))) step(1, 0);
          if (key === 'ArrowDown' && free(cells(0, 1))) step(0, 1);
          if (key === 'ArrowUp') turn();
        };
        spawn();
        setInterval(fall, 400);
        </script>
        """
    }

    /// What a game keeps of its piece: rows and a place, cells of the field, or the names of a kind and a turn.
    private static let states = [
        """
        const kinds = [[[1, 1, 1], [0, 1, 0], [0, 0, 0]], [[1, 1, 0], [0, 1, 1], [0, 0, 0]], [[0, 0, 1], [1, 1, 1], [0, 0, 0]]];
        const piece = { matrix: null, pos: { x: 0, y: 0 } };
        const spawn = () => { piece.matrix = kinds[Math.random() * 3 | 0]; piece.pos = { x: 3, y: 0 }; };
        const cells = (dx, dy, m = piece.matrix) => m.flatMap((row, y) => row.flatMap((v, x) => v ? [[piece.pos.x + x + dx, piece.pos.y + y + dy]] : []));
        const step = (dx, dy) => { piece.pos.x += dx; piece.pos.y += dy; };
        const turn = () => { const m = piece.matrix[0].map((_, x) => piece.matrix.map((row) => row[x]).reverse()); if (free(cells(0, 0, m))) piece.matrix = m; };
        """,
        """
        const kinds = [[[3, 0], [4, 0], [5, 0], [4, 1]], [[3, 0], [4, 0], [4, 1], [5, 1]], [[5, 0], [3, 1], [4, 1], [5, 1]]];
        let blocks;
        const spawn = () => { blocks = kinds[Math.random() * 3 | 0].map(([x, y]) => ({ x, y })); };
        const cells = (dx, dy, list = blocks) => list.map(({ x, y }) => [x + dx, y + dy]);
        const step = (dx, dy) => { for (const block of blocks) { block.x += dx; block.y += dy; } };
        const turn = () => {
          const [, middle] = blocks, list = blocks.map(({ x, y }) => ({ x: middle.x - y + middle.y, y: middle.y + x - middle.x }));
          if (list.every(({ y }) => y >= 0) && free(cells(0, 0, list))) blocks = list;
        };
        """,
        """
        const kinds = {
          t: [[[0, 0], [1, 0], [2, 0], [1, 1]], [[1, 0], [1, 1], [1, 2], [0, 1]], [[0, 1], [1, 1], [2, 1], [1, 0]], [[1, 0], [1, 1], [1, 2], [2, 1]]],
          s: [[[1, 0], [2, 0], [0, 1], [1, 1]], [[0, 0], [0, 1], [1, 1], [1, 2]], [[1, 0], [2, 0], [0, 1], [1, 1]], [[0, 0], [0, 1], [1, 1], [1, 2]]],
          l: [[[0, 0], [0, 1], [0, 2], [1, 2]], [[0, 0], [1, 0], [2, 0], [0, 1]], [[0, 0], [1, 0], [1, 1], [1, 2]], [[2, 0], [0, 1], [1, 1], [2, 1]]],
        };
        let current;
        const spawn = () => { current = { name: 'tsl'[Math.random() * 3 | 0], rotation: 0, x: 3, y: 0 }; };
        const cells = (dx, dy, rotation = current.rotation) => kinds[current.name][rotation].map(([x, y]) => [current.x + x + dx, current.y + y + dy]);
        const step = (dx, dy) => { current.x += dx; current.y += dy; };
        const turn = () => { const next = (current.rotation + 1) % 4; if (free(cells(0, 0, next))) current.rotation = next; };
        """,
    ]

    @Test(arguments: states)
    func `is played by what its variables hold`(state: String) throws {
        let session = try FixtureGame.session(html: Self.game(state))
        let found = GameDiscovery(session).run()
        #expect(found.hasStarted)
        #expect(found.knowledge.unseen != nil)
        #expect(found.knowledge.field?.columns == 10 && found.knowledge.field?.rows == 20)
        let controls = found.knowledge.controls
        let keys = [controls.left, controls.right, controls.soft, controls.rotate].map { $0?.description }
        #expect(keys == ["ArrowLeft", "ArrowRight", "ArrowDown", "ArrowUp"])
        #expect((300...500).contains(found.knowledge.gravityMs ?? 0))
    }

    @Test func `is not taken for seen`() throws {
        let session = try FixtureGame.session(html: Self.game(Self.states[0]))
        let found = GameDiscovery(session).run()
        session.knowledge = found.knowledge
        let stage = GameStage(session, hasStarted: found.hasStarted)
        try stage.start()
        #expect(stage.reading(measuringHeap: false).state.contains("\"drawn\":{\"seen\":false}"))
    }

    @Test func `is none where nothing is computed`() throws {
        let still = Self.game(Self.states[0]).replacing("setInterval(fall, 400);", with: "")
        let found = GameDiscovery(try FixtureGame.session(html: still)).run()
        #expect(!found.hasStarted)
    }
}
