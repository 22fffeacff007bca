import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("Pixels that a page has in its hands")
struct ImageDataTests {
    private let page: TestPage

    init() throws {
        page = try TestPage.withCanvas()
    }

    @Test func `are bytes, or floats on request`() throws {
        try page.expect(
            returnedBy: """
            const float = { pixelFormat: 'rgba-float16' };
            const told = (image) => [image.pixelFormat, image.data.constructor.name, image.data.length].join(' ');
            return [new ImageData(2, 3), new ImageData(2, 3, float), new ImageData(new Float16Array(24), 2, 3, float),
              c.createImageData(2, 3, float), c.createImageData(new ImageData(2, 3, float)), c.getImageData(0, 0, 2, 3, float)].map(told)
            """, """
            ["rgba-unorm8 Uint8ClampedArray 24","rgba-float16 Float16Array 24","rgba-float16 Float16Array 24",\
            "rgba-float16 Float16Array 24","rgba-float16 Float16Array 24","rgba-float16 Float16Array 24"]
            """)
    }

    @Test func `have an array of their own kind, and settings that there are`() throws {
        try page.expect(
            returnedBy: """
            const bytes = new Uint8ClampedArray(24);
            return [() => new ImageData(new Float16Array(24), 2, 3), () => new ImageData(bytes, 2, 3, { pixelFormat: 'rgba-float16' }),
              () => new ImageData(2, 3, { pixelFormat: 'float' }), () => new ImageData(2, 3, { colorSpace: 'other' }),
              () => canvas.getContext('2d') && document.createElement('canvas').getContext('2d', { colorSpace: 'other' })
            ].map((make) => { try { make(); return 'made' } catch (error) { return error.name } })
            """, #"["InvalidStateError","InvalidStateError","TypeError","TypeError","TypeError"]"#)
    }

    @Test func `are put and taken as floats`() throws {
        try page.expect(
            returnedBy: """
            const image = new ImageData(1, 1, { pixelFormat: 'rgba-float16' });
            image.data.set([1, 0.5, 0.2, 1]);
            c.putImageData(image, 3, 3);
            const taken = c.getImageData(3, 3, 1, 1, { pixelFormat: 'rgba-float16' }).data;
            return [at([3, 3])[0], [...taken].map((value) => Math.round(value * 100) / 100)]
            """, #"["255 128 51 255",[1,0.5,0.2,1]]"#)
    }

    @Test func `are turned from one colour space into the other, within what the canvas can hold`() throws {
        try page.expect(
            returnedBy: """
            c.putImageData(new ImageData(new Uint8ClampedArray([5, 250, 128, 255]), 1, 1, { colorSpace: 'display-p3' }), 0, 0);
            const taken = c.getImageData(0, 0, 1, 1, { colorSpace: 'display-p3' });
            return [at([0, 0])[0], [...taken.data].join(' '), taken.colorSpace]
            """, #"["0 255 112 255","117 251 129 255","display-p3"]"#)
    }

    @Test func `come from a context whose settings are asked for once, in the standard's order`() throws {
        try page.expect(
            returnedBy: """
            const asked = [];
            const settings = new Proxy({}, { get(target, name) { asked.push(name) } });
            document.createElement('canvas').getContext('2d', settings);
            return asked
            """, #"["alpha","colorSpace","colorType","desynchronized","willReadFrequently"]"#)
    }

    @Test func `hold more colours where the canvas is of Display P3, and lose them on the way to another`() throws {
        try page.expect(
            returnedBy: """
            const wide = document.createElement('canvas').getContext('2d', { colorSpace: 'display-p3' });
            wide.fillStyle = 'color(display-p3 1 0 0)';
            wide.fillRect(0, 0, 10, 10);
            wide.fillStyle = 'red';
            wide.fillRect(10, 0, 10, 10);
            c.fillStyle = 'red';
            c.fillRect(0, 0, 10, 10);
            wide.drawImage(canvas, 0, 0, 10, 10, 20, 0, 10, 10);
            const wideAt = (x) => { const { data, colorSpace } = wide.getImageData(x, 5, 1, 1); return [...data, colorSpace].join(' ') };
            c.drawImage(wide.canvas, 10, 0);
            return [wideAt(5), wideAt(15), wideAt(25), wide.fillStyle, ...at([15, 5], [25, 5])]
            """, ##"["255 0 0 255 display-p3","234 51 35 255 display-p3","234 51 35 255 display-p3","#ff0000","255 0 0 255","255 0 0 255"]"##)
    }
}
