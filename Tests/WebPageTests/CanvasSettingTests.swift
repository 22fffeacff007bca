import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("A canvas's settings")
struct CanvasSettingTests {
    private let page: TestPage

    init() throws {
        page = try TestPage.withCanvas()
    }

    @Test func `begin with the standard's values`() throws {
        try page.expect(
            returnedBy: """
            return [c.fillStyle, c.strokeStyle, c.lineWidth, c.lineCap, c.lineJoin, c.miterLimit, c.font, c.textAlign, c.textBaseline,
              c.globalAlpha, c.globalCompositeOperation, c.shadowColor, c.imageSmoothingEnabled, c.lineDashOffset, c.direction,
              c.filter]
            """, ##"["#000000","#000000",1,"butt","miter",10,"10px sans-serif","start","alphabetic",1,"source-over","rgba(0, 0, 0, 0)",true,0,"inherit","none"]"##)
    }

    @Test func `give colours back in their short form`() throws {
        try page.expect(
            returnedBy: """
            return ['red', '#F00', 'rgb(1, 2, 3)', 'rgba(1,2,3,0.5)', 'hsl(120, 100%, 25%)', '#12345678', 'transparent',
              'hsl(0 100% 50% / 50%)'].map(v => (c.fillStyle = v, c.fillStyle))
            """, ##"["#ff0000","#ff0000","#010203","rgba(1, 2, 3, 0.5)","#008000","rgba(18, 52, 86, 0.47)","rgba(0, 0, 0, 0)","rgba(255, 0, 0, 0.5)"]"##)
    }

    @Test func `ignore what they can't take`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'lime';
            c.fillStyle = 'nope';
            c.lineWidth = 3;
            c.lineWidth = 0;
            c.lineWidth = NaN;
            c.globalAlpha = 0.5;
            c.globalAlpha = 2;
            c.lineCap = 'x';
            c.globalCompositeOperation = 'y';
            c.font = 'z';
            return [c.fillStyle, c.lineWidth, c.globalAlpha, c.lineCap, c.globalCompositeOperation, c.font]
            """, ##"["#00ff00",3,0.5,"butt","source-over","10px sans-serif"]"##)
    }

    @Test func `come back with restore`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'red';
            c.save();
            c.fillStyle = 'blue';
            c.translate(5, 6);
            c.setLineDash([1, 2, 3]);
            const inner = [c.fillStyle, c.getLineDash(), c.getTransform().e];
            c.restore();
            c.restore();
            return [inner, c.fillStyle, c.getLineDash(), c.getTransform().e]
            """, ##"[["#0000ff",[1,2,3,1,2,3],5],"#ff0000",[],0]"##)
    }

    @Test func `are reset when the size is set`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'red';
            c.fillRect(0, 0, 9, 9);
            canvas.width = 40;
            return [c.fillStyle, ...at([1, 1]), canvas.height]
            """, ##"["#000000","0 0 0 0",30]"##)
    }

    @Test func `write fonts in their short form`() throws {
        try page.expect(
            returnedBy: """
            return ['bold 20px Arial', 'italic 700 1.5em/2 serif', '12pt  "Some Font" , monospace'].map(v => (c.font = v, c.font))
            """, #"["bold 20px Arial","italic bold 15px serif","16px \"Some Font\", monospace"]"#)
    }

    @Test func `multiply transforms in order`() throws {
        try page.expect(
            returnedBy: """
            c.translate(10, 20);
            c.rotate(Math.PI / 2);
            c.scale(2, 3);
            const m = c.getTransform();
            return [m.a, m.b, m.c, m.d, m.e, m.f].map(v => Math.round(v * 1000) / 1000 + 0)
            """, "[0,2,-3,0,10,20]")
    }

    @Test func `say what they belong to`() throws {
        try page.expect(
            returnedBy: """
            return [c.canvas === canvas, canvas.getContext('2d') === c, canvas.getContext('webgl'),
              c instanceof CanvasRenderingContext2D, canvas.width, new OffscreenCanvas(3, 4).getContext('2d').canvas.height]
            """, "[true,true,null,true,40,4]")
    }

    @Test func `tell hits of paths`() throws {
        try page.expect(
            returnedBy: """
            c.rect(5, 5, 10, 10);
            const p = new Path2D('M0 0 L10 0 L0 10 Z');
            return [c.isPointInPath(6, 6), c.isPointInPath(16, 6), c.isPointInPath(p, 2, 2), c.isPointInPath(p, 9, 9),
              c.isPointInStroke(5, 10)]
            """, "[true,false,true,false,true]")
    }

    @Test func `throw for arguments that make no sense`() throws {
        try page.expect(
            returnedBy: """
            return [() => c.arc(0, 0, -1, 0, 1), () => c.drawImage({}, 0, 0), () => c.getImageData(0, 0, 0, 1),
              () => c.createRadialGradient(0, 0, -1, 0, 0, 1), () => c.createLinearGradient(0, 0, 1, 1).addColorStop(2,
              'red')].map(f => { try { f(); return 'none' } catch (e) { return e.name } })
            """, #"["IndexSizeError","TypeError","IndexSizeError","IndexSizeError","IndexSizeError"]"#)
    }

    @Test func `take no numbers that end in a point`() throws {
        try page.expect(
            returnedBy: "return ['red', 'hsl(120, 100.%, 50%)', 'rgba(0, 0, 0, 1.)', 'ThreeDFace'].map(v => (c.fillStyle = v, c.fillStyle))",
            ##"["#ff0000","#ff0000","#ff0000","#efefef"]"##)
    }

    @Test func `give fonts back with the weight before the variant, and know system fonts`() throws {
        try page.expect(
            returnedBy: "return ['small-caps italic 700 10px a', 'oblique 5deg 10px a', 'menu'].map(v => (c.font = v, c.font))",
            #"["italic bold small-caps 10px a","10px a","16px Arial"]"#)
    }
}
