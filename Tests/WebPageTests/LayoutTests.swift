import Testing

@testable import WebPage

/// The numbers are those that Chromium gives for the same pages, at a width of 1280 pixels.
@Suite("Boxes of a page, as Chromium lays them out,")
struct LayoutTests {
    /// Compares the boxes of all elements with an id, as `id x y width height` with one decimal.
    private func expect(_ boxes: [String], for body: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let page = try TestPage("<!DOCTYPE html><style>body{margin:0}</style><body>" + body)
        let script = """
            [...document.querySelectorAll('[id]')].map(element => {
              const { x, y, width, height } = element.getBoundingClientRect();
              return [element.id, ...[x, y, width, height].map(value => +value.toFixed(1))].join(' ');
            }).join(', ')
            """
        try page.expect(script, "\"\(boxes.joined(separator: ", "))\"", sourceLocation: sourceLocation)
    }

    @Test func `a grid's stretched item stays stretched when its contents change`() throws {
        let page = try TestPage(
            """
            <!DOCTYPE html><style>main { display: grid; grid-template-columns: 100px 1fr }</style>
            <main><i style="height: 300px"></i><aside id="side"><p id="text">a</p></aside></main>
            """)
        try page.expect("side.offsetHeight", "300")
        try page.expect("text.textContent = 'b', side.offsetHeight", "300")
    }

    @Test func `stack blocks with margins that collapse`() throws {
        try expect(
            ["a 0 10 1280 20", "b 5 45 1270 40", "c 0 115 1280 5", "d 0 115 1280 5"],
            for: """
            <div id=a style="height:20px;margin:10px 0"></div>
            <div id=b style="height:30px;margin:15px 5px;padding:3px;border:2px solid"></div>
            <div id=c style="margin-top:20px"><p id=d style="margin:30px 0 0;height:5px"></p></div>
            """)
    }

    @Test func `size boxes by the border where that is asked for`() throws {
        try expect(
            ["a 0 0 100 50", "b 15 15 35 10", "c 0 50 300 12"],
            for: """
            <style>*{box-sizing:border-box}</style>
            <div id=a style="width:100px;height:50px;padding:10px;border:5px solid">
            <div id=b style="width:50%;height:50%"></div></div>
            <div id=c style="width:calc(50% - 40px);max-width:300px;min-height:12px"></div>
            """)
    }

    @Test func `lay out a grid of equal cells with gaps`() throws {
        try expect(
            ["g 0 0 119 62", "a 5 5 25 25", "d 89 5 25 25", "e 5 32 25 25", "f 61 32 53 25"],
            for: """
            <div id=g style="display:grid;grid-template-columns:repeat(4,25px);grid-auto-rows:25px;gap:2px 3px;width:max-content;padding:4px;border:1px solid"><i id=a></i><i></i><i></i><i id=d></i><i id=e></i><i id=f style="grid-column:3/5"></i></div>
            """)
    }

    @Test func `share a grid's space out by fractions`() throws {
        try expect(
            ["g 0 0 800 300", "a 0 0 200 40", "b 200 0 200 40", "c 400 0 400 40", "d 0 40 800 260"],
            for: """
            <div id=g style="display:grid;grid-template:40px 1fr / 200px 1fr 2fr;width:800px;height:300px"><b id=a></b><b id=b></b><b id=c></b><b id=d style="grid-row:2;grid-column:1/-1"></b></div>
            """)
    }

    @Test func `centre with flex`() throws {
        try expect(
            ["f 0 0 400 200", "a 150 80 60 40", "b 220 60 30 80"],
            for: """
            <div id=f style="display:flex;justify-content:center;align-items:center;width:400px;height:200px">
            <div id=a style="width:60px;height:40px"></div>
            <div id=b style="width:30px;height:80px;margin-left:10px"></div></div>
            """)
    }

    @Test func `grow, shrink and wrap flex items`() throws {
        try expect(
            ["f 0 0 300 10", "a 0 0 76.7 10", "b 86.7 0 153.3 10", "c 250 0 50 10", "w 0 10 100 50", "x 0 10 60 20", "y 0 30 60 30", "z 60 30 30 10"],
            for: """
            <div id=f style="display:flex;width:300px;gap:10px">
            <div id=a style="flex:1;height:10px"></div>
            <div id=b style="flex:2"></div>
            <div id=c style="flex:0 0 50px"></div></div>
            <div id=w style="display:flex;flex-wrap:wrap;width:100px">
            <div id=x style="width:60px;height:20px"></div>
            <div id=y style="width:60px;height:30px"></div>
            <div id=z style="width:30px;height:10px"></div></div>
            """)
    }

    @Test func `stack flex columns and push with auto margins`() throws {
        try expect(
            ["f 0 0 120 200", "a 70 10 50 20", "b 50 180 70 20", "c 0 0 120 10"],
            for: """
            <div id=f style="display:flex;flex-direction:column;width:120px;height:200px;align-items:flex-end">
            <div id=a style="width:50px;height:20px"></div>
            <div id=b style="width:70px;height:20px;margin-top:auto"></div>
            <div id=c style="align-self:stretch;height:10px;order:-1"></div></div>
            """)
    }

    @Test func `place absolute boxes by their containing block`() throws {
        try expect(
            ["p 20 20 328 228", "a 34 44 30 30", "b 184 189 160 55", "c 29 29 310 210", "d 164 124 40 20", "e 7 9 11 13"],
            for: """
            <div id=p style="position:relative;width:300px;height:200px;margin:20px;border:4px solid;padding:10px">
            <div id=a style="position:absolute;left:10px;top:20px;width:30px;height:30px"></div>
            <div id=b style="position:absolute;right:0;bottom:0;width:50%;height:25%"></div>
            <div id=c style="position:absolute;inset:5px"></div>
            <div id=d style="position:absolute;left:50%;top:50%;width:40px;height:20px;transform:translate(-50%,-50%)"></div></div>
            <div id=e style="position:fixed;left:7px;top:9px;width:11px;height:13px"></div>
            """)
    }

    @Test func `give floats their place and flow around them`() throws {
        try expect(
            ["p 0 0 200 45", "a 0 0 50 40", "b 140 0 60 20", "c 0 0 200 10", "d 0 40 200 5"],
            for: """
            <div id=p style="width:200px;overflow:hidden">
            <div id=a style="float:left;width:50px;height:40px"></div>
            <div id=b style="float:right;width:60px;height:20px"></div>
            <div id=c style="height:10px"></div>
            <div id=d style="clear:both;height:5px"></div></div>
            """)
    }

    @Test func `line inline blocks up and break lines`() throws {
        try expect(
            ["p 0 0 100 40", "a 0 10 40 20", "b 40 0 40 30", "c 0 30 40 10"],
            for: """
            <div id=p style="width:100px;font-size:0;line-height:0"><span id=a style="display:inline-block;width:40px;height:20px"></span><span id=b style="display:inline-block;width:40px;height:30px"></span><span id=c style="display:inline-block;width:40px;height:10px"></span></div>
            """)
    }

    @Test func `lay out tables`() throws {
        try expect(
            ["t 0 0 80 40", "r 2 2 76 22", "a 2 2 32 22", "b 36 2 42 22", "c 2 26 76 12"],
            for: """
            <table id=t style="border-spacing:2px;border-collapse:separate">
            <tr id=r><td id=a style="width:30px;height:20px;padding:1px"><td id=b style="width:40px;padding:1px"></tr>
            <tr><td id=c colspan=2 style="height:10px;padding:1px"></tr></table>
            """)
    }

    @Test func `transform what scripts and players see`() throws {
        try expect(
            ["a 0 0 200 100", "b 40 0 20 20", "c -20.7 29.3 141.4 141.4"],
            for: """
            <div id=a style="width:100px;height:50px;transform:scale(2);transform-origin:0 0">
            <div id=b style="width:10px;height:10px;margin-left:20px"></div></div>
            <div id=c style="width:100px;height:100px;transform:rotate(45deg)"></div>
            """)
    }

    @Test func `size canvases, pictures and ratios`() throws {
        try expect(
            ["a 0 0 75 150", "b 75 0 300 150", "c 0 154 160 90", "d 0 244 40 30"],
            for: """
            <canvas id=a width=300 height=600 style="height:150px"></canvas><canvas id=b></canvas>
            <div id=c style="width:160px;aspect-ratio:16/9"></div><svg id=d width=40 height=30 viewBox="0 0 10 10"></svg>
            """)
    }

    @Test func `measure text in the font that all have`() throws {
        try expect(
            ["p 0 0 200 60", "a 0 0 44.8 19", "b 49.9 0 40.7 19", "c 0 20 200 40"],
            for: """
            <div id=p style="font:16px/20px 'DejaVu Sans';width:200px"><span id=a>Score</span> <span id=b>1234</span><p id=c style="margin:0">a text that is too long for one line of so few pixels</p></div>
            """)
    }

    @Test func `take hidden elements out of the flow or leave their place`() throws {
        try expect(
            ["a 0 0 0 0", "b 0 0 1280 10", "c 0 0 0 0", "d 0 10 1280 7"],
            for: """
            <div id=a style="display:none;height:10px"></div>
            <div id=b style="visibility:hidden;height:10px"></div>
            <div id=c hidden style="height:5px"></div>
            <div id=d style="height:7px"></div>
            """)
    }

    @Test func `resolve custom properties and nested calculations`() throws {
        try expect(
            ["g 0 0 200 42", "a 0 0 12 42", "b 20 0 20 42"],
            for: """
            <style>:root{--size:20px;--cols:10}#g{display:grid;grid-template-columns:repeat(var(--cols),var(--size));width:calc(var(--size)*var(--cols));height:calc(2*(var(--size) + 1px))}#a{width:min(30px,var(--none,12px))}</style>
            <div id=g>
            <div id=a></div>
            <div id=b></div></div>
            """)
    }

    @Test func `tell how far a box scrolls, however far it has been scrolled`() throws {
        let page = try TestPage("<!DOCTYPE html><div id=box style='height:100px;overflow:auto'><p id=line style='height:900px;margin:0'></p></div>")
        try page.expect(
            returnedBy: """
            const seen = [box.scrollHeight];
            for (let i = 0; i < 2; i++) {
              box.scrollTop = box.scrollHeight;
              seen.push(box.scrollTop, box.scrollHeight);
            }
            return seen
            """, "[900,800,900,800,900]")
    }
}
