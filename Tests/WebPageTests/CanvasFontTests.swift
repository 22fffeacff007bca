import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("A canvas's font")
struct CanvasFontTests {
    private let page: TestPage

    init() throws {
        page = try TestPage.withCanvas()
    }

    private func fonts(_ given: String, _ expected: String) throws {
        try page.expect("\(given).map((font) => { c.font = '77px other'; c.font = font; return c.font })", expected)
    }

    @Test func `has sizes relative to the canvas's own font and lines, and to the document's`() throws {
        try page.expect(
            returnedBy: """
            document.body.append(canvas);
            canvas.style.cssText = 'font-size: 30px; line-height: 40px';
            document.documentElement.style.cssText = 'font-size: 20px; line-height: 1.5';
            return canvas.isConnected
            """, "true")
        try fonts(
            "['2em a', '150% a', '2lh/100 a', '1rlh a', '1rem a', '1ric a', '2ic a', 'larger a', 'smaller a', 'math a']",
            #"["60px a","45px a","80px a","30px a","20px a","20px a","60px a","36px a","25px a","30px a"]"#)
    }

    @Test func `has sizes that are calculated`() throws {
        try fonts(
            "['calc(10px + 2px) a', 'bold calc(1px + 2 * 3px)   a', 'max(10px, 2em) a', 'clamp(1px, 5px, 3px) a', 'calc(-3px) a', '10px/calc(1 + 1) a']",
            #"["12px a","bold 7px a","20px a","3px a","0px a","10px a"]"#)
    }

    @Test func `keeps what it had where a size is none`() throws {
        try fonts("['10 a', '10px', '-1px a', '10px/-1 a', 'var(--x) a', 'small-caps small-caps 10px a'].map(String)",
            "[\(Array(repeating: #""77px other""#, count: 6).joined(separator: ","))]")
    }

    @Test func `is written with six digits of its size`() throws {
        try fonts("['2q a', '12.345678px a', '1pt a']", #"["1.88976px a","12.3457px a","1.33333px a"]"#)
    }

    @Test func `decides about capitals and width until they are set themselves`() throws {
        try page.expect(
            returnedBy: """
            const told = [];
            const tell = () => told.push([c.font, c.fontVariantCaps, c.fontStretch].join(', '));
            c.font = 'small-caps condensed 20px a';
            tell();
            c.fontVariantCaps = 'normal';
            tell();
            c.fontVariantCaps = 'small-caps';
            tell();
            c.fontVariantCaps = 'unicase';
            c.fontStretch = 'expanded';
            tell();
            c.font = '20px a';
            tell();
            return told
            """, #"["small-caps 20px a, small-caps, condensed","20px a, normal, condensed","small-caps 20px a, small-caps, condensed","20px a, unicase, expanded","20px a, normal, normal"]"#)
    }
}
