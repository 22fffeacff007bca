import Foundation
import Testing

@testable import WebPage

/// The font file is one that every machine has, under a name of the page's own.
@Suite("A font that a page brings along")
struct FontTests {
    private static let file = URL(filePath: "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")

    private func page(_ html: String) throws -> TestPage {
        try TestPage(html, binaries: ["fonts/own.ttf": Data(contentsOf: Self.file)])
    }

    private let pen = "const c = document.createElement('canvas').getContext('2d');"
    private let widths = "['20px Own', '20px monospace', '20px sans-serif'].map((font) => { c.font = font; return c.measureText('iiiWWW').width })"

    @Test func `is measured with when a style sheet names its file`() throws {
        let page = try page("<style>@font-face { font-family: 'Own'; src: url('fonts/own.ttf') format('truetype') }</style><script>\(pen)</script>")
        try page.expect("(() => { const [own, mono, sans] = \(widths); return own === mono && own !== sans })()", "true")
        try page.expect("[document.fonts.size, [...document.fonts][0].family, [...document.fonts][0].status]", #"[1,"Own","loaded"]"#)
        try page.expect("document.fonts.check('12px Own')", "true")
    }

    @Test func `lays out the document's text too`() throws {
        let style = "@font-face { font-family: Own; src: url(fonts/own.ttf) } span { font: 20px Own } b { font: 20px monospace }"
        let page = try page("<style>\(style)</style><span id=own>iiiWWW</span> <b id=mono>iiiWWW</b>")
        try page.expect("document.getElementById('own').offsetWidth === document.getElementById('mono').offsetWidth", "true")
    }

    @Test func `is loaded by a script`() throws {
        let page = try page(
            """
            <script>\(pen)
            const face = new FontFace('Own', 'url(fonts/own.ttf)');
            document.fonts.add(face);
            const before = [face.status, document.fonts.check('20px Own')];
            let after = null;
            face.load().then(() => { after = [face.status, document.fonts.check('20px Own')] });
            </script>
            """)
        page.page.advance(milliseconds: 10)
        try page.expect("[before, after]", #"[["unloaded",false],["loaded",true]]"#)
        try page.expect("(() => { const [own, mono] = \(widths); return own === mono })()", "true")
    }

    @Test func `is refused when its file isn't there`() throws {
        let page = try page(
            "<script>let told; new FontFace('Other', 'url(fonts/other.ttf)').load().catch((error) => { told = error.name })</script>")
        page.page.advance(milliseconds: 10)
        try page.expect("told", #""NetworkError""#)
        #expect(page.records(.missing).map(\.name) == ["file fonts/other.ttf"])
    }

    @Test func `counts as loaded when only the network has it, and is recorded`() throws {
        let page = try page("<script>let status; new FontFace('Far', 'url(https://fonts.test/far.woff2)').load().then((face) => { status = face.status })</script>")
        page.page.advance(milliseconds: 10)
        try page.expect("status", #""loaded""#)
        #expect(page.records(.missing).map(\.name) == ["font Far"])
    }

    @Test func `fills the em square with its ascent and descent`() throws {
        let page = try page("<script>\(pen) c.font = '40px serif';</script>")
        try page.expect("(({ emHeightAscent, emHeightDescent }) => emHeightAscent + emHeightDescent)(c.measureText('x'))", "40")
    }

    @Test func `is set without kerning on request`() throws {
        let page = try page("<script>\(pen) c.font = '40px sans-serif';</script>")
        try page.expect(
            returnedBy: """
            const kerned = c.measureText('AVAVAVA').width;
            c.fontKerning = 'none';
            const plain = c.measureText('AVAVAVA').width;
            c.fontKerning = 'normal';
            return [kerned < plain, c.measureText('AVAVAVA').width === kerned]
            """, "[true,true]")
    }

    @Test func `has an ideographic space as wide as its em square, without ink`() throws {
        let page = try page("<script>\(pen) c.font = '40px sans-serif';</script>")
        try page.expect(
            "[c.measureText('\\u3000').width, c.measureText('\\u3000H').actualBoundingBoxLeft < -40]", "[40,true]")
    }

    /// Widths as Chromium has them, to a hundredth.
    @Test func `has small capitals made of its large ones, of a whole number of pixels`() throws {
        let page = try page("<script>\(pen)</script><span id=small style='font: small-caps 40px serif'>Hello office</span>")
        try page.expect(
            returnedBy: """
            c.font = '32px serif';
            const widths = ['normal', 'small-caps', 'all-small-caps', 'petite-caps', 'all-petite-caps', 'unicase', 'titling-caps'].map((caps) => {
              c.fontVariantCaps = caps;
              return Math.round(c.measureText('Hello World fi 12, ß').width * 100) / 100
            });
            return [widths, Math.round(document.getElementById('small').offsetWidth)]
            """, "[[316.88,336.25,288.63,336.25,288.63,271.43,316.88],243]")
    }

    @Test func `joins letters, unless they are spaced out`() throws {
        let page = try page("<script>\(pen) c.font = '100px sans-serif';</script>")
        try page.expect(
            returnedBy: """
            const widths = [];
            for (const spacing of ['0px', '1px']) {
              c.letterSpacing = spacing;
              widths.push(Math.round(c.measureText('ffi').width * 100) / 100);
            }
            return widths
            """, "[96.68,101.19]")
    }
}
