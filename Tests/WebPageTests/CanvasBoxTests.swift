import Testing

@testable import WebPage

@Suite("Boxes drawn on a canvas")
struct CanvasBoxTests {
    /// The boxes that a script has drawn on a canvas of 100 by 80 pixels, as `kind look x y width height`.
    private func expect(_ boxes: [String], drawnBy script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let page = try TestPage(
            "<!DOCTYPE html><body><canvas id=canvas width=100 height=80></canvas><script>const c = canvas.getContext('2d');\n\(script)</script>")
        let surface = try #require(page.page.surfaces().last)
        let drawn = page.page.boxes(ofSurface: surface.id).map { box in
            let numbers = [box.x, box.y, box.width, box.height].map { String(Int($0.rounded())) }
            return ([String(describing: box.kind), page.page.looks.description(of: box.look)] + numbers).joined(separator: " ")
        }
        #expect(drawn == boxes, sourceLocation: sourceLocation)
    }

    @Test func `are its rectangles, with their colours`() throws {
        try expect(
            ["fill #ff0000ff 1 2 3 4", "stroke #0000ffff 9 9 12 12"],
            drawnBy: "c.fillStyle = 'red'; c.fillRect(1, 2, 3, 4); c.strokeStyle = 'blue'; c.lineWidth = 2; c.strokeRect(10, 10, 10, 10)")
    }

    @Test func `are where the transform puts them`() throws {
        try expect(["fill #000000ff 40 20 20 20"], drawnBy: "c.scale(20, 20); c.translate(1, 1); c.fillRect(1, 0, 1, 1)")
    }

    @Test func `are as large as the clip lets them be seen`() throws {
        try expect(["fill #000000ff 10 10 5 5"], drawnBy: "c.beginPath(); c.rect(10, 10, 5, 5); c.clip(); c.fillRect(0, 0, 50, 50)")
    }

    @Test func `tell a path of a rectangle from another`() throws {
        try expect(
            ["fill #000000ff 5 5 10 10", "path #000000ff 20 20 20 20"],
            drawnBy: "c.beginPath(); c.rect(5, 5, 10, 10); c.fill(); c.beginPath(); c.arc(30, 30, 10, 0, 7); c.fill()")
    }

    @Test func `are as many as a path has parts that lie side by side`() throws {
        try expect(
            ["path #000000ff 0 0 8 8", "path #000000ff 10 0 8 8", "path #000000ff 0 10 8 8"],
            drawnBy: "const p = new Path2D(); for (const [x, y] of [[0, 0], [10, 0], [0, 10]]) p.rect(x, y, 8, 8); c.fill(p)")
        try expect(
            ["path #000000ff 10 10 20 20"],
            drawnBy: "c.beginPath(); c.arc(20, 20, 10, 0, 7); c.moveTo(25, 20); c.arc(20, 20, 5, 0, 7, true); c.fill()")
    }

    @Test func `are the pixels of a bitmap that has only a few`() throws {
        try expect(
            ["fill #ff0000ff 2 0 1 1", "clear #00000000 3 0 1 1"],
            drawnBy: """
                canvas.width = 10; canvas.height = 20;
                const image = c.createImageData(2, 1);
                image.data.set([255, 0, 0, 255]);
                c.putImageData(image, 2, 0);
                """)
    }

    @Test func `are those of canvases in shadow trees too`() throws {
        let page = try TestPage(
            """
            <!DOCTYPE html><body><div id=host></div><script>
            host.attachShadow({ mode: 'open' }).innerHTML = '<p><canvas width=30 height=20></canvas></p>';
            host.shadowRoot.querySelector('canvas').getContext('2d').fillRect(1, 2, 3, 4);
            </script>
            """)
        let surface = try #require(page.page.surfaces().last)
        #expect(surface.width == 30)
        #expect(page.page.boxes(ofSurface: surface.id).map(\.width) == [3])
    }

    @Test func `start anew when the whole canvas is cleared or covered`() throws {
        try expect(["clear #00000000 0 0 100 80", "fill #000000ff 2 2 2 2"],
            drawnBy: "c.fillRect(1, 1, 1, 1); c.clearRect(0, 0, 100, 80); c.fillRect(2, 2, 2, 2)")
        try expect(
            ["fill #008000ff 0 0 100 80", "fill #008000ff 2 2 2 2"],
            drawnBy: "c.fillRect(1, 1, 1, 1); c.fillStyle = 'green'; c.fillRect(0, 0, 100, 80); c.fillRect(2, 2, 2, 2)")
    }

    private static let hidden = """
        const hidden = document.createElement('canvas').getContext('2d');
        Object.assign(hidden.canvas, { width: 100, height: 80 });
        hidden.fillStyle = 'green'; hidden.fillRect(0, 0, 100, 80); hidden.fillStyle = 'red'; hidden.fillRect(30, 30, 15, 15);

        """

    @Test func `are those of a canvas that was painted out of sight and put over the whole`() throws {
        try expect(
            ["fill #008000ff 0 0 100 80", "fill #ff0000ff 30 30 15 15"],
            drawnBy: Self.hidden + "c.fillRect(1, 1, 1, 1); c.drawImage(hidden.canvas, 0, 0)")
    }

    @Test(arguments: [("", 1), ("hidden.clearRect(50, 50, 9, 9)", 3), ("hidden.globalCompositeOperation = 'xor'; hidden.fillRect(1, 1, 1, 1)", 3)])
    func `leave no commands below an opaque canvas that is put over the whole`(change: String, pictures: Int) throws {
        let page = try TestPage(
            "<!DOCTYPE html><body><canvas id=canvas width=100 height=80></canvas><script>const c = canvas.getContext('2d');\n"
                + Self.hidden + change + ";\nfor (let i = 0; i < 3; i++) c.drawImage(hidden.canvas, 0, 0)</script>")
        let canvas = try #require(page.page.canvasNumbers().first)
        let recording = try #require(page.page.recording(canvas))
        var reader = CanvasCommandReader(recording.commands, from: 0)
        var drawn = 0
        while let command = reader.next() {
            if case .drawImage = command { drawn += 1 }
        }
        #expect(drawn == pictures)
    }

    @Test func `are the same while a game paints the same picture anew, and others when it changes`() throws {
        let page = try TestPage(
            "<!DOCTYPE html><body><canvas id=canvas width=100 height=80></canvas><script>const c = canvas.getContext('2d');"
                + "function paint(x) { c.clearRect(0, 0, 100, 80); c.fillRect(x, 5, 10, 10); } paint(1)</script>")
        let surface = try #require(page.page.surfaces().last)
        func painted(at x: Int) throws -> [PaintedBox] {
            _ = try page.page.evaluate("paint(\(x))")
            return page.page.boxes(ofSurface: surface.id)
        }
        let first = page.page.boxes(ofSurface: surface.id)
        #expect(try painted(at: 1) == first)
        #expect(try painted(at: 1) == first)
        #expect(try painted(at: 30).last?.x == 30)
        _ = try page.page.evaluate("c.fillRect(60, 5, 10, 10)")
        #expect(page.page.boxes(ofSurface: surface.id).map(\.x) == [0, 30, 60])
        #expect(try painted(at: 30).map(\.x) == [0, 30])
        #expect(try painted(at: 1) == first)
    }

    @Test func `stay apart however much has been painted over them`() throws {
        let page = try TestPage(
            """
            <canvas id=a width=100 height=80></canvas><script>
            const c = a.getContext('2d');
            const cell = (x, color) => { c.fillStyle = color; c.fillRect(x, 0, 10, 10); c.strokeRect(x, 0, 10, 10); };
            const paint = (times) => { for (let i = 0; i < times; i++) for (let x = 0; x < 100; x += 10) cell(x, x ? 'black' : 'red'); };
            </script>
            """)
        func boxes() throws -> [PaintedBox] { page.page.boxes(ofSurface: try #require(page.page.surfaces().last).id) }
        _ = try page.page.evaluate("paint(1)")
        let once = FieldSample(try boxes())
        for times in [3000, 3000, 1] {
            _ = try page.page.evaluate("paint(\(times))")
            #expect(FieldSample(try boxes()) == once)
        }
        _ = try page.page.evaluate("cell(50, 'blue')")
        let last = FieldSample(try boxes())
        #expect(last.looks.indices.filter { last.looks[$0] != once.looks[$0] } == [5])
        #expect(try boxes().count < 5000)
    }

    @Test func `are none for what can't be seen`() throws {
        try expect([], drawnBy: "c.fillRect(200, 200, 5, 5); c.fillRect(NaN, 0, 5, 5); c.fillRect(0, 0, 0, 5)")
    }

    @Test func `carry their opacity and that of their colour`() throws {
        let page = try TestPage(
            "<canvas id=a></canvas><script>const c = a.getContext('2d'); c.globalAlpha = 0.5; c.fillRect(0, 0, 9, 9); c.fillStyle = 'rgba(0,0,0,.25)'; c.globalAlpha = 1; c.fillRect(9, 9, 9, 9)</script>")
        let surface = try #require(page.page.surfaces().last)
        #expect(page.page.boxes(ofSurface: surface.id).map { ($0.alpha * 100).rounded() } == [50, 25])
    }

    @Test func `stand on a surface that is placed on the page`() throws {
        let page = try TestPage(
            "<!DOCTYPE html><body style='margin:0'><div style='height:30px'></div><canvas width=100 height=50 style='width:200px;display:block'></canvas><script>document.querySelector('canvas').getContext('2d')</script>")
        let surface = try #require(page.page.surfaces().last)
        #expect([surface.width, surface.height] == [100, 50])
        #expect([surface.pageX, surface.pageY, surface.pageWidth, surface.pageHeight] == [0, 30, 200, 100])
        #expect(surface.area == 20_000)
    }

    @Test(
        arguments: [
            ["c.fillRect(1, 1, 2, 2)", "c.fillRect(5, 5, 2, 2)"],
            ["c.fillRect(0, 0, 100, 80)", "c.fillStyle = 'red'; c.fillRect(0, 0, 100, 80)", "c.fillRect(5, 5, 2, 2)"],
            ["c.fillRect(1, 1, 2, 2)", "for (let i = 0; i < 300; i++) c.fillRect(i % 90, 7, 3, 3)", "c.fillRect(0, 0, 100, 80)", "c.fillRect(2, 3, 4, 5)"],
            ["c.drawImage(red, 1, 1)", "c.fillRect(0, 0, 100, 80); c.drawImage(green, 1, 1)", "c.clearRect(0, 0, 100, 80); c.drawImage(red, 1, 1)"],
            ["c.fillRect(1, 1, 2, 2)", "c2.drawImage(canvas, 0, 0); c.clearRect(0, 0, 100, 80); c.fillRect(4, 4, 4, 4)", "c.fillRect(8, 8, 4, 4)"],
            ["c.fillRect(1, 1, 2, 2)", "canvas.width = 50; c.fillRect(0, 0, 60, 2)", "c.fillRect(9, 9, 2, 2)"],
        ])
    func `are the same whether they were looked at on the way or only at the end`(parts: [String]) throws {
        let html = """
            <!DOCTYPE html><body><canvas id=canvas width=100 height=80></canvas><script>
            const c = canvas.getContext('2d');
            const bitmap = (colour) => { const b = new OffscreenCanvas(9, 9); const d = b.getContext('2d'); d.fillStyle = colour; d.fillRect(0, 0, 9, 9); return b; };
            const red = bitmap('red'), green = bitmap('green'), c2 = new OffscreenCanvas(100, 80).getContext('2d');
            </script>
            """
        let watched = try TestPage(html), unwatched = try TestPage(html)
        let surface = try #require(watched.page.surfaces().last)
        for part in parts {
            _ = try watched("(() => { \(part); return 0 })()")
            _ = watched.page.boxes(ofSurface: surface.id)
            _ = try unwatched("(() => { \(part); return 0 })()")
        }
        let boxes = [watched, unwatched].map { page in
            page.page.boxes(ofSurface: surface.id).map { "\($0.kind) \(page.page.looks.description(of: $0.look)) \($0.x) \($0.y) \($0.width) \($0.height)" }
        }
        #expect(boxes[0] == boxes[1])
        #expect(!boxes[0].isEmpty)
    }

    /// A canvas of 20 by 10 pixels, out of sight.
    private static let sheet = "const sheet = document.createElement('canvas'); sheet.width = 20; sheet.height = 10; const s = sheet.getContext('2d');"

    @Test func `of a small picture look like its colour where it has one, and are none where it shows nothing`() throws {
        let draw = "c.drawImage(sheet, 0, 0, 10, 10, 0, 0, 10, 10); c.drawImage(sheet, 10, 0, 10, 10, 20, 0, 10, 10); c.drawImage(sheet, 20, 0, 10, 10, 40, 0, 10, 10)"
        try expect(["fill #ff0000ff 0 0 10 10"], drawnBy: Self.sheet + "s.fillStyle = 'red'; s.fillRect(0, 0, 10, 10); s.fillRect(2, 2, 3, 3);" + draw)
        try expect(
            ["fill #ff0000ff 0 0 10 10", "fill #0000ffff 20 0 10 10"],
            drawnBy: Self.sheet + "s.fillStyle = 'red'; s.fillRect(0, 0, 20, 10); s.fillStyle = 'blue'; s.fillRect(10, 0, 10, 10);" + draw)
    }

    @Test func `of a small picture with a mark in it are pictures`() throws {
        let page = try TestPage("<!DOCTYPE html><canvas id=canvas width=100 height=80></canvas><script>const c = canvas.getContext('2d');\(Self.sheet)"
            + "s.fillRect(0, 0, 20, 10); s.fillStyle = 'white'; s.fillRect(2, 2, 3, 3); c.drawImage(sheet, 0, 0)</script>").page
        #expect(page.boxes(ofSurface: try #require(page.surfaces().last).id).map(\.kind) == [.image])
    }
}

/// The looks that ten cells side by side have at last.
private struct FieldSample: Equatable {
    var looks: [Int32?]

    init(_ boxes: [PaintedBox]) {
        looks = (0..<10).map { cell in boxes.last { $0.kind == .fill && Int($0.x.rounded()) == cell * 10 }?.look }
    }
}
