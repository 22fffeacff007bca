'use strict';

/**
 * Functions that expectations may call. All are pure. A board is a list of rows of cells (0 is empty); a piece is a list
 * of [column, row], or an object with such a list as its `cells`.
 *
 * | call | value |
 * |---|---|
 * | cells(board) | [column, row] of every filled cell, from the top row down |
 * | count(board) | number of filled cells |
 * | fullRows(board) | indexes of the rows without an empty cell |
 * | height(board) | number of rows from the topmost filled cell to the floor |
 * | rowsOf(piece), columnsOf(piece) | its rows or columns, ascending, each once |
 * | width(piece) | number of columns it covers |
 * | shape(piece) | its cells moved to the corner, as text: equal for the same shape in the same turn |
 * | kind(piece) | I, O, T, S, Z, J or L whichever way it is turned; null for any other shape |
 * | connected(piece) | whether its cells hang together edge to edge |
 * | moved(a, b) | [columns, rows] by which the piece or reading b is away from a; null if its shape changed |
 * | inside(piece, columns, rows) | whether all its cells are in the playfield, or above it |
 * | overlaps(piece, board) | whether it covers a filled cell |
 * | same(a, b) | whether two values are equal all the way down |
 * | sameCells(a, b) | whether two boards have the same cells filled, whatever their looks |
 * | last(list), sum(list), unique(list) | the last item, the sum, the different items in order |
 * | figures(text) | the numbers in a text; a comma between digits parts thousands |
 * | near(a, b, share) | whether two numbers differ by at most that share of the greater |
 * | rowFaults(play) | its locks after which full rows were not removed right, but for those that are excused |
 * | restFaults(play) | its locks that completed no row and left a wrong stack, but for excused ones and rows that went with a gap |
 * | badRest(play) | its first lock that left a wrong stack, but for an excused one; undefined where a row with a gap went before |
 * | drawnTooLow(play) | whether pieces of a play were seen to sink into what is below them, and came to rest right all the same |
 */
const helpers = (() => {
    const isFilled = (cell) => cell !== 0 && cell !== null && cell !== undefined;
    const cells = (board) => board.flatMap((row, r) => row.flatMap((cell, c) => (isFilled(cell) ? [[c, r]] : [])));
    const count = (board) => cells(board).length;
    const fullRows = (board) => board.flatMap((row, r) => (row.every(isFilled) ? [r] : []));
    const height = (board) => {
        const top = board.findIndex((row) => row.some(isFilled));
        return top < 0 ? 0 : board.length - top;
    };

    const cellsOf = (piece) => (Array.isArray(piece) ? piece : piece.cells);
    const ascending = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);
    const columnsOf = (piece) => ascending(cellsOf(piece).map(([column]) => column));
    const rowsOf = (piece) => ascending(cellsOf(piece).map(([, row]) => row));
    const width = (piece) => columnsOf(piece).length;

    const toCorner = (list) => {
        const left = Math.min(...list.map(([column]) => column));
        const top = Math.min(...list.map(([, row]) => row));
        return list.map(([column, row]) => [column - left, row - top]).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
    };
    const shape = (piece) => toCorner(cellsOf(piece)).map((cell) => cell.join()).join(' ');
    const turned = (list) => list.map(([column, row]) => [-row, column]);

    const kindsByShape = new Map();
    const tetrominoes = {
        I: [[0, 0], [1, 0], [2, 0], [3, 0]], O: [[0, 0], [1, 0], [0, 1], [1, 1]], T: [[1, 0], [0, 1], [1, 1], [2, 1]],
        S: [[1, 0], [2, 0], [0, 1], [1, 1]], Z: [[0, 0], [1, 0], [1, 1], [2, 1]], J: [[0, 0], [0, 1], [1, 1], [2, 1]],
        L: [[2, 0], [0, 1], [1, 1], [2, 1]],
    };
    for (const name of Object.keys(tetrominoes)) {
        let list = tetrominoes[name];
        for (let turn = 0; turn < 4; turn += 1) {
            kindsByShape.set(shape(list), name);
            list = turned(list);
        }
    }
    const kind = (piece) => (piece && kindsByShape.get(shape(piece))) || null;

    const connected = (piece) => {
        const open = new Set(cellsOf(piece).map((cell) => cell.join()));
        const reached = [cellsOf(piece)[0]];
        open.delete(reached[0].join());
        for (const [column, row] of reached) {
            for (const next of [[column - 1, row], [column + 1, row], [column, row - 1], [column, row + 1]]) {
                if (open.delete(next.join())) reached.push(next);
            }
        }
        return open.size === 0;
    };

    const pieceOf = (value) => (value && value.piece !== undefined ? value.piece : value);
    const moved = (a, b) => {
        const [first, second] = [pieceOf(a), pieceOf(b)];
        if (!first || !second || shape(first) !== shape(second)) return null;
        return [columnsOf(second)[0] - columnsOf(first)[0], rowsOf(second)[0] - rowsOf(first)[0]];
    };
    const inside = (piece, columns, rows) =>
        cellsOf(piece).every(([column, row]) => column >= 0 && column < columns && row < rows);
    const overlaps = (piece, board) =>
        cellsOf(piece).some(([column, row]) => row >= 0 && row < board.length && isFilled(board[row][column]));

    const same = (a, b) => {
        if (Object.is(a, b)) return true;
        if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
        const keys = Object.keys(a);
        return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
    };
    const sameCells = (a, b) => same(cells(a), cells(b));
    const last = (list) => list[list.length - 1];
    const sum = (list) => list.reduce((total, number) => total + number, 0);
    const unique = (list) => [...new Set(list)];
    const figures = (text) => (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((figure) => Number(figure.replaceAll(',', '')));
    const near = (a, b, share) => Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));

    const isFault = (lock) => lock.kind !== 'ok' && !lock.excuse;
    const rowFaults = (play) => play.locks.filter((lock) => lock.full.length > 0 && isFault(lock));
    const restFaults = (play) => play.locks.filter((lock) => lock.full.length === 0 && !['stuck', 'rowsTaken'].includes(lock.kind) && isFault(lock));
    const badRest = (play) => {
        const kinds = ['rowsTaken', 'cellsMissing', 'cellsExtra', 'floating', 'overlapping'];
        const first = play.locks.find((lock) => kinds.includes(lock.kind) && isFault(lock));
        return first && first.kind !== 'rowsTaken' ? first : undefined;
    };
    const drawnTooLow = (play) => play.anomalies.filter((anomaly) => anomaly.control === 'fall').length > 1
        && play.locks.every((lock) => lock.kind === 'ok' || lock.excuse);

    return Object.freeze({
        cells, count, fullRows, height, rowsOf, columnsOf, width, shape, kind, connected, moved, inside, overlaps,
        same, sameCells, last, sum, unique, figures, near, rowFaults, restFaults, badRest, drawnTooLow,
    });
})();
