import Testing
import WebPage

@testable import GameReading

@Suite("The playfield among the variables")
struct VariableFieldFinderTests {
    /// What the screen shows at four moments, in a playfield of 10 columns and 20 rows, under a piece at the top.
    private static let stacks: [Set<Cell>] = [
        [Cell(0, 19), Cell(1, 19), Cell(2, 19), Cell(3, 19)],
        [Cell(0, 19), Cell(1, 19), Cell(2, 19), Cell(3, 19), Cell(4, 19), Cell(5, 19), Cell(4, 18), Cell(5, 18)],
        [Cell(2, 18), Cell(4, 18), Cell(5, 18), Cell(9, 19)],
        [Cell(2, 18), Cell(4, 18), Cell(5, 18), Cell(9, 19), Cell(9, 18), Cell(9, 17)],
    ]
    private static let piece: Set<Cell> = [Cell(4, 0), Cell(5, 0), Cell(4, 1), Cell(5, 1)]

    /// Runs a page that keeps its playfield in some way and shows the stacks one after another.
    /// - Parameters:
    ///   - declaration: declares what the page keeps.
    ///   - update: statements that set it from `filled`, a function of column and row, and `piece`, the same.
    private func field(_ declaration: String, _ update: String) throws -> VariableField? {
        let page = try Page(
            PageSource(html: "<script>\(declaration); function show(filled, piece) { \(update) }</script>"),
            browser: Browser(extensions: ReadingExtensions.all))
        page.load()
        let moments = try Self.stacks.map { stack in
            let cells = { (cells: Set<Cell>) in cells.sorted().map { "'\($0.column),\($0.row)'" }.joined(separator: ",") }
            try page.context.evaluate(
                """
                show((x, y) => [\(cells(stack))].includes(x + ',' + y), (x, y) => [\(cells(Self.piece))].includes(x + ',' + y))
                """)
            return VariableFieldFinder.Moment(snapshot: try #require(page.variables()), settled: stack, piece: Self.piece)
        }
        let found = VariableFieldFinder(columns: 10, rows: 20).find(in: moments)
        if let found, let table = page.variableTable(at: found.path) {
            let occupied = Set(found.occupied(in: table, columns: 10, rows: 20))
            #expect(occupied.subtracting(Self.piece) == Self.stacks.last)
        }
        return found
    }

    private static let each = "for (let y = 0; y < 20; y++) for (let x = 0; x < 10; x++)"

    @Test(arguments: [
        ("let a = Array.from({ length: 20 }, () => Array(10).fill(0))", "\(each) a[y][x] = filled(x, y) ? 3 : 0"),
        ("let a = Array.from({ length: 10 }, () => Array(20).fill(null))", "\(each) a[x][y] = filled(x, y) ? 'red' : null"),
        ("let a = []", "a = []; \(each) if (filled(x, y)) (a[x] ??= [])[y] = { colour: 'red' }"),
        ("const a = new Uint8Array(200)", "\(each) a[y * 10 + x] = filled(x, y) ? 1 : 0"),
        ("const a = new Uint8Array(220)", "\(each) a[(y + 2) * 10 + x] = filled(x, y) ? 1 : 0"),
        ("const a = Array.from({ length: 22 }, () => Array(12).fill(9))", "\(each) a[y + 1][x + 1] = filled(x, y) ? 1 : 0"),
        ("const a = Array.from({ length: 20 }, () => Array(10).fill(0))", "\(each) a[19 - y][x] = filled(x, y) ? 1 : 0"),
        ("let a = new Map()", "a = new Map(); \(each) if (filled(x, y)) a.set(x + ',' + y, 'red')"),
        ("let a = new Set()", "a = new Set(); \(each) if (filled(x, y)) a.add(y + ':' + x)"),
        ("let a = new Set()", "a = new Set(); \(each) if (filled(x, y)) a.add(y * 10 + x)"),
        ("let a = {}", "a = {}; \(each) if (filled(x, y)) a[x + '-' + y] = 1"),
        ("let a = []", "a = []; \(each) if (filled(x, y)) a.push({ x: x * 25, y: y * 25 })"),
        ("let a = new Uint16Array(20)", "a.fill(0); \(each) if (filled(x, y)) a[y] |= 1 << x"),
        ("let a = new Uint16Array(20)", "a.fill(0); \(each) if (filled(x, y)) a[y] |= 512 >> x"),
        ("let a = new Uint16Array(24)", "a.fill(2049); \(each) if (filled(x, y)) a[y] |= 1024 >> x"),
        ("let a = []", "a = []; \(each) (a[y] ??= [])[x] = { filled: filled(x, y), colour: 'x' + (filled(x, y) ? 1 : 2) }"),
        ("let a = ''", "a = ''; for (let y = 0; y < 20; y++) { for (let x = 0; x < 10; x++) a += filled(x, y) ? '#' : '.'; a += '\\n' }"),
    ])
    func `is found however it is kept`(declaration: String, update: String) throws {
        let found = try #require(try field(declaration, update))
        #expect(found.name == "a" || found.name.hasPrefix("a[]"))
        #expect(!found.holdsPiece)
    }

    @Test func `may hold the piece too`() throws {
        let found = try field(
            "let a = Array.from({ length: 20 }, () => Array(10).fill(0))",
            "\(Self.each) a[y][x] = filled(x, y) ? 3 : piece(x, y) ? 2 : 0")
        #expect(found?.holdsPiece == true)
    }

    @Test func `is read by what the screen shows of values that come up later`() throws {
        var found = try #require(try field("let a = Array.from({ length: 20 }, () => Array(10).fill(-1))", "\(Self.each) a[y][x] = filled(x, y) ? 3 : -1"))
        let page = try Page(
            PageSource(html: "<script>let a = Array.from({ length: 20 }, () => Array(10).fill(-1)); a[19].fill(0, 0, 4); a[0].fill(null)</script>"),
            browser: Browser(extensions: ReadingExtensions.all))
        page.load()
        let snapshot = try #require(page.variables())
        let table = try #require(snapshot.tables.first { $0.path == found.path }).table
        #expect(found.occupied(in: table, columns: 10, rows: 20).isEmpty)
        found.learn(from: table, settled: Self.stacks[0], piece: Self.piece, columns: 10, rows: 20)
        #expect(Set(found.occupied(in: table, columns: 10, rows: 20)) == Self.stacks[0])
    }

    @Test func `is none where nothing agrees with the screen`() throws {
        #expect(try field("let a = Array.from({ length: 20 }, () => Array(10).fill(0))", "a[3][3]++") == nil)
    }

    /// The table that fills up in a page while its variables go through some states.
    private func growing(_ declaration: String, _ states: [String], like seen: Set<Cell>) throws -> String? {
        let page = try Page(PageSource(html: "<script>\(declaration)</script>"), browser: Browser(extensions: ReadingExtensions.all))
        page.load()
        let snapshots = try ([""] + states).map { state in
            try page.context.evaluate(state)
            return try #require(page.variables())
        }
        return VariableFieldFinder(columns: 10, rows: 20).growing(in: snapshots, like: seen)?.name
    }

    private static let tables = "const grid = () => Array.from({ length: 20 }, () => Array(10).fill(0)); let a = grid(), b = grid()"

    @Test func `is the table that fills up from below, whatever the screen shows`() throws {
        let states = ["a[2][4] = 1", "a[2][4] = 0; b[19].fill(7, 0, 4)", "b[18].fill(7, 3, 7)"]
        #expect(try growing(Self.tables, states, like: []) == "b")
    }

    @Test func `is no table that loses cells`() throws {
        #expect(try growing(Self.tables, ["b[19].fill(7, 0, 4)", "b[19].fill(0)"], like: []) == nil)
    }

    @Test func `is of two tables that fill up the one that is more like what is seen`() throws {
        let states = ["a[19].fill(1, 0, 4); b[19].fill(1, 6, 10)"]
        #expect(try growing(Self.tables, states, like: Set((6...9).map { Cell($0, 19) })) == "b")
        #expect(try growing(Self.tables, states, like: Set((0...3).map { Cell($0, 19) })) == "a")
    }
}
