/// The names that expectations see.
///
/// | name | value |
/// |---|---|
/// | time, frame | virtual milliseconds since the page was opened; frames since then |
/// | phase | `waiting`, `playing`, `paused`, `clearing`, `over` or `unknown` |
/// | columns, rows | the playfield's size |
/// | board | settled cells by row from the top: 0 or a positive number for the look |
/// | piece | the falling piece: `cells` as [column, row], `left`, `right`, `top`, `bottom`, `look`; or null |
/// | ghost | the cells of the piece's shadow, or null |
/// | next, hold | the list of previewed pieces, the next first; the piece put by; each with `cells`; or null |
/// | score, lines, level | numbers, or null where the game shows none |
/// | errors | number of uncaught errors so far |
/// | controls | key by what it does: `controls.left`; `controls.breaking` takes a piece apart |
/// | observed | what was found out before: `render`, `start`, `touch` (gesture by what a finger does; absent without touch) |
/// | play | the log of the last `play` step |
/// | drawn | what the screen shows against what the variables say: `seen`, `agrees` (null with one witness), `difference` (text) |
/// | page | the page's side: `errors` (list with `time`, `kind`, `name`, `message`, `line`), `missing` (names), `heapBytes` |
///
/// `remember` adds its names; the helper functions are documented in JavaScript/helpers.js.
public enum ReadingNames {
    public static let all = [
        "time", "frame", "phase", "columns", "rows", "board", "piece", "ghost", "next", "hold", "score", "lines",
        "level", "errors", "controls", "observed", "play", "drawn", "page",
    ]

    public static let helpers = [
        "cells", "count", "fullRows", "height", "rowsOf", "columnsOf", "width", "shape", "kind", "connected", "moved",
        "inside", "overlaps", "same", "sameCells", "last", "sum", "unique", "figures", "near",
        "rowFaults", "restFaults", "badRest", "drawnTooLow",
    ]
}
