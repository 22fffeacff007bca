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
}
