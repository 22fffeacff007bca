import Foundation
import Testing
import WebPage

@testable import GameReading

@Suite("A game's variables")
struct VariableTests {
    private func page(_ body: String) throws -> Page {
        let page = try Page(PageSource(html: "<!DOCTYPE html><body>" + body), browser: Browser(extensions: ReadingExtensions.all))
        page.load()
        page.advance(frames: 2)
        return page
    }

    /// Names of the tables in a page, each with its kind.
    private func tables(_ body: String) throws -> Set<String> {
        let snapshot = try #require(try page(body).variables())
        return Set(snapshot.tables.map { "\($0.name) \($0.table.kind)" })
    }

    @Test(arguments: [
        ("<script>let board = [[0, 1], [1, 0]]</script>", "board rows"),
        ("<script>board = new Uint8Array(200)</script>", "board flat"),
        ("<script>(() => { const grid = [[0, 1], [1, 0]]; onkeydown = () => grid })()</script>", "grid rows"),
        ("<script type=module>const cells = new Uint8Array(200)</script>", "cells flat"),
        ("<script>class Field { #rows = [[1, 2]] }; new Field()</script>", "Field.#rows rows"),
        ("<script>const game = { state: { cells: [[1, 2]] } }</script>", "game.state.cells rows"),
        ("<script>const taken = new Map([['3,7', 'red']])</script>", "taken points"),
        ("<script>const taken = new Set(['3,7', '4,7'])</script>", "taken points"),
        ("<script>const taken = { '3_7': 1 }</script>", "taken points"),
        ("<script>let bricks = [{ x: 20, y: 40, colour: 'red' }]</script>", "bricks points"),
        ("<script>let bricks = [{ x: 20, y: 40, colour: 'red' }]</script>", "bricks[].colour points"),
        ("<script>let field = '..........\\n..........\\n....##....\\n'</script>", "field rows"),
        ("<script>let squares = [[{ filled: false }, { filled: true }]]</script>", "squares[].filled rows"),
        ("<i class=a></i><i></i><script>const cells = [...document.querySelectorAll('i')]</script>", "cells[].class flat"),
    ])
    func `are found wherever they are kept`(body: String, table: String) throws {
        #expect(try tables(body).contains(table))
    }

    @Test func `are read as they are now`() throws {
        let page = try page("<script>let board = [[0, 0]]; setTimeout(() => { board = [[0, 5]] }, 1000)</script>")
        let path = try #require(page.variables()?.tables.first { $0.name == "board" }?.path)
        #expect(page.variableTable(at: path)?.entries.map(\.value) == ["0", "0"])
        page.advance(milliseconds: 1100)
        #expect(page.variableTable(at: path)?.entries.map(\.value) == ["0", "5"])
    }

    @Test func `of private fields are found from the object that holds the other`() throws {
        let page = try page(
            "<script>class Field { #cells = [[1, 2]] } class Game { #field = new Field() } new Game()</script>")
        let names = try #require(page.variables()?.tables.map(\.name))
        #expect(names.contains("Game.#field.#cells") || names.contains("Field.#cells"))
    }

    @Test func `are read although accessors for indices of every array never end`() throws {
        let names = try tables("""
            <script>
            Object.defineProperty(Array.prototype, '77', { set() { for (;;); } });
            let board = new Uint8Array(200), all = Array.from({ length: 100 }, (_, i) => ({ i })), a = all, b = all.map((x) => ({ ...x }));
            let flags = Object.fromEntries(b.map((_, i) => ['key' + i, {}]));
            </script>
            """)
        #expect(names.isSuperset(of: ["board flat", "all flat"]))
    }

    @Test func `are read without running the game's accessors`() throws {
        let page = try page("<script>const reads = [[0, 0]]; const game = { get board() { reads[0][0]++; return [[1]] } }</script>")
        _ = page.variables()
        let reads = try #require(page.variables()?.tables.first { $0.name == "reads" })
        #expect(reads.table.entries.map(\.value) == ["0", "0"])
    }

    @Test func `are read as they are by a page that replaces what reading needs`() throws {
        let page = try page(
            """
            <script>
            let board = [[0, 1], [1, 0]];
            Array.prototype.toJSON = () => 'fake';
            Array.prototype[Symbol.iterator] = Map.prototype.forEach = Object.keys = Array.prototype.map = () => { throw 1 };
            String.prototype.split = () => [];
            </script>
            """)
        let table = try #require(page.variables()?.tables.first { $0.name == "board" }?.table)
        #expect(table.entries.map(\.value) == ["0", "1", "1", "0"])
    }

    @Test func `that lead back to themselves are read to their end`() throws {
        #expect(try tables("<script>const a = { cells: [[1, 2]] }; a.self = a; a.list = [a, a]</script>").contains("a.cells rows"))
    }

    /// A field of four columns and two rows, the last cell of which is filled, in one form after another.
    @Test(arguments: [
        ("board", "let board = [[0, 0, 0, 0], [0, 0, 0, 7]]", TableLayout(order: .rowFirst), "JSON.stringify(board)", "[[0,0,7,0],[0,0,0,0]]"),
        ("board", "const board = new Uint8Array(8); board[7] = 7", TableLayout(order: .rowsOf(4)), "[...board].join('')", "00700000"),
        ("cells[].taken", "const cells = Array.from({ length: 8 }, (_, i) => ({ taken: i === 7, tint: i === 7 ? 'red' : '' }))", TableLayout(order: .rowsOf(4)),
            "cells.map((cell) => cell.tint || '-').join(' ')", "- - red - - - - -"),
        ("cells[].class", "const cells = [...document.querySelectorAll('i')]", TableLayout(order: .rowsOf(4)),
            "cells.map((cell) => (cell.className || '-') + cell.style.color).join(' ')", "- - blockred - - - - -"),
    ])
    func `can be arranged anew`(name: String, script: String, layout: TableLayout, expression: String, text: String) throws {
        let elements = (0..<8).map { $0 == 7 ? "<i class=block style='color: red'></i>" : "<i></i>" }.joined()
        let page = try page(elements + "<script>\(script)</script>")
        let path = try #require(page.variables()?.tables.first { $0.name == name }?.path)
        let field = VariableField(path: path, name: name, layout: layout, emptyValues: ["0"], holdsPiece: false)
        #expect(page.arrange(field, from: [Cell(3, 1)], empty: Cell(0, 0), to: [Cell(2, 0)], rows: 2))
        #expect(try page.evaluate("'' + (\(expression))") == "\"\(text.replacingOccurrences(of: "\"", with: "\\\""))\"")
    }
}
