import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("A canvas's filters and compositing")
struct CanvasFilterTests {
    private let page: TestPage

    init() throws {
        page = try TestPage.withCanvas()
    }

    @Test func `are only set if each function has arguments of its kind`() throws {
        try page.expect(
            returnedBy: """
            return ['blur(5px)', 'blur(10)', 'brightness(-1)', 'hue-rotate(90deg) sepia(50%)', 'drop-shadow(1px)', 'nonsense(1)', 'none']
              .map(v => (c.filter = v, c.filter))
            """, #"["blur(5px)","blur(5px)","blur(5px)","hue-rotate(90deg) sepia(50%)","hue-rotate(90deg) sepia(50%)","hue-rotate(90deg) sepia(50%)","none"]"#)
    }

    @Test func `put a shadow under what is drawn`() throws {
        try page.expect(
            returnedBy: """
            c.filter = 'drop-shadow(0 15px rgb(0, 0, 255))';
            c.fillStyle = 'red';
            c.fillRect(5, 5, 10, 10);
            return at([10, 10], [10, 25], [30, 25])
            """, #"["255 0 0 255","0 0 255 255","0 0 0 0"]"#)
    }

    @Test func `change colours and alpha`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'red';
            return ['invert(1)', 'brightness(50%)', 'opacity(0.5)', 'none'].map(v => {
              c.filter = v;
              c.clearRect(0, 0, 40, 30);
              c.fillRect(0, 0, 10, 10);
              return at([5, 5])[0]
            })
            """, #"["0 255 255 255","128 0 0 255","255 0 0 128","255 0 0 255"]"#)
    }

    @Test func `clear what is composited as clear`() throws {
        try page.expect(
            returnedBy: """
            c.fillRect(0, 0, 40, 30);
            c.globalCompositeOperation = 'clear';
            c.fillRect(5, 5, 10, 10);
            return at([2, 2], [10, 10], [20, 20])
            """, #"["0 0 0 255","0 0 0 0","0 0 0 255"]"#)
    }

    @Test func `come after the alpha, so that a shadow shows through what is faint`() throws {
        try page.expect(
            returnedBy: """
            c.filter = 'drop-shadow(10px 0 rgb(255, 165, 0))';
            c.globalAlpha = 0.5;
            c.fillStyle = 'rgb(128, 0, 128)';
            c.fillRect(5, 5, 20, 10);
            return at([10, 10], [20, 10], [30, 10])
            """, #"["128 0 128 128","170 54 85 192","255 165 0 128"]"#)
    }

    @Test func `mix hue, saturation and luminosity of what isn't opaque, and of its shadow`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'rgb(0, 102, 240)';
            c.fillRect(0, 0, 40, 30);
            c.globalAlpha = 0.5;
            c.fillStyle = 'rgb(52, 255, 52)';
            c.shadowColor = 'rgba(255, 154, 100, 0.5)';
            c.shadowOffsetY = 10;
            return ['hue', 'saturation', 'color', 'luminosity'].map((mode, i) => {
              c.globalCompositeOperation = mode;
              c.fillRect(i * 8, 10, 4, 4);
              return at([i * 8 + 2, 12], [i * 8 + 2, 22])
            })
            """, """
            [["0 124 120 255","42 92 180 255"],["7 101 228 255","8 101 226 255"],["0 124 120 255","41 92 182 255"],\
            ["63 141 248 255","34 123 244 255"]]
            """)
    }

    @Test func `mix luminosity within a clip only, and add where nothing was`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'blue';
            c.fillRect(0, 0, 10, 10);
            c.rect(0, 0, 40, 5);
            c.clip();
            c.globalCompositeOperation = 'luminosity';
            c.fillStyle = 'white';
            c.fillRect(0, 0, 20, 10);
            return at([5, 2], [5, 8], [15, 2], [15, 8])
            """, #"["255 255 255 255","0 0 255 255","255 255 255 255","0 0 0 0"]"#)
    }
}
