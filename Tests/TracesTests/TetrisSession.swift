import Traces

/// A made-up session at a playfield of ten by twenty: pieces fall, move, lock, and full rows are cleared.
struct TetrisSession {
    private var state: UInt64 = 42
    private var board = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 20)
    private var column = 3
    private var row = 0
    private var look = 1
    private var score = 0
    private var pieces = 0
    private static let shapes = [
        [0, 0, 1, 0, 0, 1, 1, 1], [0, 0, 1, 0, 2, 0, 3, 0], [0, 0, 1, 0, 2, 0, 1, 1], [0, 0, 1, 0, 2, 0, 2, 1],
    ]

    private mutating func random(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    private func cells(_ row: Int) -> [(x: Int, y: Int)] {
        let shape = Self.shapes[look % Self.shapes.count]
        return (0..<4).map { (column + shape[2 * $0], row + shape[2 * $0 + 1]) }
    }

    private func fits(_ row: Int) -> Bool {
        cells(row).allSatisfy { $0.y < 20 && $0.x >= 0 && $0.x < 10 && board[$0.y][$0.x] == 0 }
    }

    private var landing: Int {
        var landing = row
        while fits(landing + 1) { landing += 1 }
        return landing
    }

    /// What a player could do at a frame; nil for nothing.
    mutating func input(_ frame: Int) -> String? {
        guard frame % 9 == 0 else { return nil }
        last = nil
        let key = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"][random(4)]
        let old = column
        column += key == "ArrowLeft" ? -1 : key == "ArrowRight" ? 1 : 0
        if !fits(row) { column = old }
        return #"{"keyDown":{"key":"\#(key)","code":"\#(key)"}}"#
    }

    mutating func step(_ frame: Int) {
        guard frame % 12 == 0 else { return }
        last = nil
        if frame % 60 == 0 { row = landing }
        if fits(row + 1) { row += 1 } else { lock() }
    }

    private mutating func lock() {
        for cell in cells(row) where cell.y >= 0 { board[cell.y][cell.x] = look + 1 }
        let left = board.filter { $0.contains(0) }
        score += (20 - left.count) * 100 + 4
        board = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 20 - left.count) + left
        pieces += 1
        (look, column, row) = (random(7), 3, 0)
        if !fits(0) { board = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 20) }
    }

    private var last: (reading: String, digest: UInt32)?

    mutating func reading(_ frame: Int) -> TraceFrame {
        let (reading, digest) = last ?? described()
        last = (reading, digest)
        return TraceFrame(frame: frame, time: Double(frame) * (1000.0 / 60), reading: reading, digest: digest)
    }

    private func described() -> (String, UInt32) {
        let list = { (cells: [(x: Int, y: Int)]) in "[" + cells.map { "[\($0.x),\($0.y)]" }.joined(separator: ",") + "]" }
        let piece = cells(row)
        let rows = board.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }.joined(separator: ",")
        let reading = """
            {"phase":"playing","columns":10,"rows":20,"board":[\(rows)],\
            "piece":{"cells":\(list(piece)),"left":\(piece[0].x),"top":\(row),"look":\(look + 1)},\
            "ghost":\(list(cells(landing))),"next":[\(look)],"score":\(score),"lines":\(score / 100),"level":1,"errors":0}
            """
        return (reading, UInt32(truncatingIfNeeded: reading[...].hashed))
    }
}

extension Substring {
    /// FNV-1a: the same in every process.
    var hashed: UInt64 {
        utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
