import Testing

@testable import WebPage

/// Games that make all elements of their playfield anew at each step have them where they had them.
@Suite("Children that are made anew")
struct RemadeChildrenTests {
    private static let style = """
        <!DOCTYPE html><style>
          body { margin: 0; font: 16px sans-serif }
          .grid { display: grid; grid-template-columns: repeat(4, 20px); gap: 1px }
          .flex { display: flex; flex-wrap: wrap; width: 90px }
          .place { position: relative; width: 90px; height: 90px }
          .place > * { position: absolute; width: 20px; height: 20px }
          .a { background: #111 } .b { background: red } .c { background: blue; border: 2px outset white }
          .big { width: 40px; height: 40px; background: green } .none { display: none } .line { display: inline-block }
          .float { float: left; background: gold } .out { position: absolute; background: tan } .before::before { content: 'x' }
          .grid > *, .flex > * { min-width: 10px; min-height: 10px }
        </style>
        """

    /// Numbers that look random, the same in every run.
    private struct Numbers {
        var state: UInt64
        mutating func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
    }

    private static func cell(_ numbers: inout Numbers, _ name: String) -> String {
        let look = ["a", "a", "a", "b", "c", "big", "none", "line", "float", "out", "before"][numbers.next(numbers.next(3) == 0 ? 11 : 5)]
        let text = ["", "", "", "7", "8", "10", " ", "<b>4</b>", "<b>5</b> of 6", "a<br>b", "<i></i>", "<!-- -->"][numbers.next(numbers.next(3) == 0 ? 12 : 4)]
        let span = numbers.next(20) == 0 ? " colspan=2" : ""
        let place = numbers.next(3) == 0 ? " style='left:\(10 * numbers.next(5))px;top:\(10 * numbers.next(5))px'" : ""
        return "<\(name) class='\(look)'\(span)\(place)>\(text)</\(name)>"
    }

    /// Other cells than those before: most often only one or two of them look otherwise.
    private static func changed(_ cells: [String], _ numbers: inout Numbers, _ name: String) -> [String] {
        let count = numbers.next(4) == 0 ? 7 + numbers.next(4) : cells.count
        var cells = (0..<count).map { $0 < cells.count ? cells[$0] : cell(&numbers, name) }
        for _ in 0..<numbers.next(3) { cells[numbers.next(count)] = cell(&numbers, name) }
        return cells
    }

    private static func content(_ cells: [String], kind: String) -> String {
        guard kind == "table" else { return cells.joined(separator: cells.count % 2 == 0 ? "" : "\n") }
        return stride(from: 0, to: cells.count, by: 3).map { "<tr>\(cells[$0..<min($0 + 3, cells.count)].joined())</tr>" }.joined()
    }

    private func seen(_ test: TestPage) throws -> [String] {
        let page = test.page
        let rects = "JSON.stringify([...document.querySelectorAll('#at, #at *, p')].map(e => [e.localName, e.offsetWidth, e.offsetHeight, e.getBoundingClientRect()]))"
        return page.boxes(ofSurface: 0).map { "\($0.kind) \($0.x) \($0.y) \($0.width) \($0.height) \(page.looks.description(of: $0.look))" }
            + page.texts().map { "\($0.text) \($0.x) \($0.y)" } + [try test(rects)]
    }

    @Test(arguments: ["grid", "flex", "flow", "place", "table"])
    func `are seen where they would be in a document that had them from the start`(kind: String) throws {
        func document(_ content: String) -> String {
            "\(Self.style)<\(kind == "table" ? "table" : "div") id=at class=\(kind)>\(content)</\(kind == "table" ? "table" : "div")><p>below</p>"
        }
        var numbers = Numbers(state: 5)
        let name = kind == "table" ? "td" : "div"
        var cells = (0..<9).map { _ in Self.cell(&numbers, name) }
        var content = Self.content(cells, kind: kind)
        let page = try TestPage(document(content))
        for step in 0..<12 {
            cells = Self.changed(cells, &numbers, name)
            content = Self.content(cells, kind: kind)
            let text = content.replacing("\n", with: "\\n")
            let change = [
                #"at.innerHTML = "\#(text)""#, #"at.innerHTML = ""; at.innerHTML = "\#(text)""#,
                #"const t = document.createElement('template'); t.innerHTML = "\#(kind == "table" ? "<tbody>\(text)</tbody>" : text)"; at.replaceChildren(t.content)"#,
            ][numbers.next(3)]
            _ = try page("(() => { \(change) })()")
            let fresh = try TestPage(document(content))
            let (now, then) = try (seen(page), seen(fresh))
            try #require(now == then, "step \(step): \(content)")
        }
    }

    @Test(arguments: [
        ("<div class=a>1</div><div class=a>2</div>", "<div class=float>1</div><div class=a>2</div>"),
        ("<div class=a>1</div><div class=a>2</div>", "<div class=line>1</div><div class=a>2</div>"),
        ("<div class=line>1</div> <div class=line>2</div>", "<div class=line>1</div><div class=line>2</div>"),
        ("<div class=a></div>", "<div class=a>&nbsp;</div>"), ("<div class=a>&nbsp;</div>", "<div class=a> </div>"),
        ("<div class=a>1</div>", "<div class=a> </div>"), ("<div class=a> </div>", "<div class=a>1</div>"),
        ("<table><tr><td class=a>1<td class=b>2<tr><td>3<td>4</table>", "<table><tr><td class=a colspan=2>1<td class=b>2<tr><td>3<td>4</table>"),
        ("<button class=a>1</button>", "<b class=a>1</b>"), ("<div class=none>1</div>2", "<div class=a>1</div>2"),
        ("<b class=a>one</b> <b>two</b>", "<b class=big>one</b> <b>six</b>"),
    ])
    func `are laid out anew where they stand otherwise`(before: String, after: String) throws {
        let page = try TestPage("\(Self.style)<div id=at>\(before)</div><p>below</p>")
        _ = try seen(page)
        _ = try page("(() => { at.innerHTML = \"\(after)\" })()")
        #expect(try seen(page) == seen(TestPage("\(Self.style)<div id=at>\(after)</div><p>below</p>")))
    }

    @Test func `take nothing over of what those before them were scrolled to or said`() throws {
        let page = try TestPage("\(Self.style)<div id=at><div style='overflow:auto;height:20px'><div style='height:90px'></div></div></div>")
        try page.expect(
            returnedBy: """
            const top = () => at.firstChild.firstChild.getBoundingClientRect().top - at.getBoundingClientRect().top;
            at.firstChild.scrollTop = 30;
            const before = top();
            at.innerHTML = at.innerHTML;
            return [before, top(), at.firstChild.scrollTop]
            """, "[-30,0,0]")
        try page.expect(
            returnedBy: """
            at.innerHTML = '<b>12</b>'; at.offsetWidth;
            const old = at.firstChild, width = old.offsetWidth;
            at.innerHTML = '<b>a long word</b>'; old.firstChild.data = 'a long word';
            const later = at.firstChild.offsetWidth;
            document.body.append(old);
            return [later > 2 * width, old.offsetWidth === later]
            """, "[true,true]")
    }
}
