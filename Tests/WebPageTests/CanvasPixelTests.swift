import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("A canvas's pixels")
struct CanvasPixelTests {
    private let page: TestPage

    init() throws {
        page = try TestPage.withCanvas()
    }

    @Test func `are filled and cleared by rectangles`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'red';
            c.fillRect(2, 2, 20, 20);
            c.clearRect(5, 5, 3, 3);
            return at([1, 1], [2, 2], [21, 21], [22, 21], [6, 6])
            """, #"["0 0 0 0","255 0 0 255","255 0 0 255","0 0 0 0","0 0 0 0"]"#)
    }

    @Test func `are filled inside a path by its rule`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'lime';
            c.beginPath();
            c.rect(0, 0, 30, 30);
            c.rect(10, 10, 10, 10);
            c.fill('evenodd');
            return at([5, 5], [15, 15], [25, 25])
            """, #"["0 255 0 255","0 0 0 0","0 255 0 255"]"#)
    }

    @Test func `are stroked along a path`() throws {
        try page.expect(
            returnedBy: """
            c.strokeStyle = 'blue';
            c.lineWidth = 4;
            c.beginPath();
            c.moveTo(0, 10);
            c.lineTo(40, 10);
            c.stroke();
            return at([20, 7], [20, 8], [20, 11], [20, 12])
            """, #"["0 0 0 0","0 0 255 255","0 0 255 255","0 0 0 0"]"#)
    }

    @Test func `are stroked as often as the page does, though the latest strokes of a path stand for all`() throws {
        // Another width in between, which comes to nothing, makes each stroke one for itself.
        let drawn = { (between: String) in
            """
            c.clearRect(0, 0, 40, 40);
            c.beginPath();
            for (let i = 0; i <= 40; i += 10) { c.moveTo(i, 0); c.lineTo(i, 40); c.moveTo(0, i); c.lineTo(40, i); }
            for (let i = 0; i < 48; i++) {
              c.fillStyle = i % 3 ? 'navy' : 'gold';
              c.fillRect(i % 4 * 10, (i >> 2) % 4 * 10, 10, 10);
              c.strokeStyle = 'red';
              \(between)
              c.stroke();
            }
            """
        }
        try page.expect(
            returnedBy: """
            \(drawn(""))
            const pixels = c.getImageData(0, 0, 40, 40).data;
            \(drawn("c.lineWidth = 3; c.lineWidth = 1; c.globalAlpha = 0; c.strokeRect(0, 0, 1, 1); c.globalAlpha = 1;"))
            const others = c.getImageData(0, 0, 40, 40).data;
            let most = 0;
            for (let i = 0; i < pixels.length; i++) most = Math.max(most, Math.abs(pixels[i] - others[i]));
            return most <= 1
            """, "true")
    }

    @Test func `are stroked over and over in half transparent colours`() throws {
        try page.expect(
            returnedBy: """
            c.strokeStyle = 'rgba(0, 0, 255, 0.02)';
            c.lineWidth = 4;
            c.beginPath();
            c.moveTo(0, 10);
            c.lineTo(40, 10);
            for (let i = 0; i < 200; i++) c.stroke();
            return c.getImageData(20, 10, 1, 1).data[3] > 200
            """, "true")
    }

    @Test func `are soon made where a page strokes all its lines with each cell`() throws {
        try page.expect(
            returnedBy: """
            c.beginPath();
            for (let i = 0; i <= 40; i += 2) { c.moveTo(i, 0); c.lineTo(i, 40); c.moveTo(0, i); c.lineTo(40, i); }
            c.strokeStyle = 'red';
            c.lineWidth = 2;
            for (let i = 0; i < 60000; i++) { c.fillRect(i % 40, 0, 1, 1); c.stroke(); }
            return at([20, 20])
            """, #"["255 0 0 255"]"#)
    }

    @Test func `are stroked around rectangles`() throws {
        try page.expect(
            returnedBy: """
            c.lineWidth = 2;
            c.strokeRect(5, 5, 10, 10);
            return at([4, 4], [5, 10], [10, 10], [15, 15], [16, 16], [3, 10])
            """, #"["0 0 0 255","0 0 0 255","0 0 0 0","0 0 0 255","0 0 0 0","0 0 0 0"]"#)
    }

    @Test func `are filled in circles`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'red';
            c.beginPath();
            c.arc(20, 15, 10, 0, Math.PI * 2);
            c.fill();
            return at([20, 15], [12, 15], [28, 15], [11, 6], [20, 26])
            """, #"["255 0 0 255","255 0 0 255","255 0 0 255","0 0 0 0","0 0 0 0"]"#)
    }

    @Test func `are mixed by alpha`() throws {
        try page.expect(
            returnedBy: """
            c.globalAlpha = 0.5;
            c.fillStyle = 'red';
            c.fillRect(0, 0, 10, 10);
            c.globalAlpha = 1;
            c.fillStyle = 'white';
            c.fillRect(10, 0, 10, 10);
            c.fillStyle = 'rgba(0, 0, 0, 0.5)';
            c.fillRect(10, 0, 10, 10);
            return at([15, 5]).concat(c.getImageData(5, 5, 1, 1).data[3])
            """, #"["127 127 127 255",128]"#)
    }

    @Test func `are cut by a clip`() throws {
        try page.expect(
            returnedBy: """
            c.beginPath();
            c.rect(10, 10, 10, 10);
            c.save();
            c.clip();
            c.fillStyle = 'red';
            c.fillRect(0, 0, 40, 30);
            c.restore();
            c.fillStyle = 'blue';
            c.fillRect(0, 0, 5, 5);
            return at([9, 9], [10, 10], [19, 19], [20, 20], [2, 2])
            """, #"["0 0 0 0","255 0 0 255","255 0 0 255","0 0 0 0","0 0 255 255"]"#)
    }

    @Test func `are moved, turned and scaled`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'red';
            c.translate(20, 10);
            c.rotate(Math.PI / 2);
            c.scale(2, 1);
            c.fillRect(0, 0, 5, 5);
            return at([17, 15], [21, 15], [17, 19], [17, 21], [13, 15])
            """, #"["255 0 0 255","0 0 0 0","255 0 0 255","0 0 0 0","0 0 0 0"]"#)
    }

    @Test func `are composed by the operation`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'red';
            c.fillRect(0, 0, 20, 20);
            c.globalCompositeOperation = 'destination-over';
            c.fillStyle = 'blue';
            c.fillRect(10, 10, 20, 20);
            c.globalCompositeOperation = 'destination-out';
            c.fillRect(0, 0, 5, 5);
            return at([15, 15], [25, 25], [2, 2], [7, 7])
            """, #"["255 0 0 255","0 0 255 255","0 0 0 0","255 0 0 255"]"#)
    }

    @Test func `are taken from another canvas, scaled if asked`() throws {
        try page.expect(
            returnedBy: """
            const o = document.createElement('canvas');
            o.width = o.height = 2;
            const d = o.getContext('2d');
            d.fillStyle = 'red';
            d.fillRect(0, 0, 1, 2);
            d.fillStyle = 'blue';
            d.fillRect(1, 0, 1, 2);
            c.imageSmoothingEnabled = false;
            c.drawImage(o, 0, 0);
            c.drawImage(o, 10, 10, 20, 10);
            c.drawImage(o, 1, 0, 1, 1, 30, 20, 5, 5);
            return at([0, 0], [1, 1], [12, 15], [28, 15], [32, 22])
            """, #"["255 0 0 255","0 0 255 255","255 0 0 255","0 0 255 255","0 0 255 255"]"#)
    }

    @Test func `are copied by a canvas that draws itself`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'red';
            c.fillRect(0, 0, 10, 10);
            c.drawImage(canvas, 5, 15);
            c.fillStyle = 'blue';
            c.fillRect(0, 0, 2, 2);
            return at([1, 1], [6, 16], [14, 24], [16, 16])
            """, #"["0 0 255 255","255 0 0 255","255 0 0 255","0 0 0 0"]"#)
    }

    @Test func `are put as they are, transform and alpha or not`() throws {
        try page.expect(
            returnedBy: """
            const i = c.createImageData(2, 2);
            i.data.set([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 9, 9, 255]);
            c.translate(5, 5);
            c.globalAlpha = 0.1;
            c.putImageData(i, 10, 10);
            return at([10, 10], [11, 10], [10, 11], [11, 11], [12, 12])
            """, #"["255 0 0 255","0 255 0 255","0 0 255 255","9 9 9 255","0 0 0 0"]"#)
    }

    @Test func `run through a gradient's colours`() throws {
        try page.expect(
            returnedBy: """
            const g = c.createLinearGradient(0, 0, 40, 0);
            g.addColorStop(0, 'red');
            g.addColorStop(0.5, 'red');
            g.addColorStop(0.5, 'blue');
            g.addColorStop(1, 'blue');
            c.fillStyle = g;
            c.fillRect(0, 0, 40, 30);
            return at([5, 5], [18, 5], [22, 5], [39, 29])
            """, #"["255 0 0 255","255 0 0 255","0 0 255 255","0 0 255 255"]"#)
    }

    @Test func `repeat a pattern`() throws {
        try page.expect(
            returnedBy: """
            const o = document.createElement('canvas');
            o.width = o.height = 4;
            const d = o.getContext('2d');
            d.fillStyle = 'red';
            d.fillRect(0, 0, 2, 4);
            c.fillStyle = c.createPattern(o, 'repeat');
            c.fillRect(0, 0, 40, 30);
            return at([0, 0], [3, 3], [20, 20], [23, 20])
            """, #"["255 0 0 255","0 0 0 0","255 0 0 255","0 0 0 0"]"#)
    }

    @Test func `have rounded corners where asked for`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'red';
            c.beginPath();
            c.roundRect(0, 0, 20, 20, 8);
            c.fill();
            return at([0, 0], [10, 0], [10, 10], [19, 19])
            """, #"["0 0 0 0","255 0 0 255","255 0 0 255","0 0 0 0"]"#)
    }

    @Test func `have the same rounded corners in a space that is moved or turned about`() throws {
        try page.expect(
            returnedBy: """
            const drawn = (place, x, y, w, h) => {
              c.resetTransform();
              c.clearRect(0, 0, 40, 30);
              place();
              c.beginPath();
              c.roundRect(x, y, w, h, 7);
              c.fill();
              return c.getImageData(0, 0, 40, 30).data.join();
            };
            const plain = drawn(() => {}, 8, 4, 30, 24);
            return [drawn(() => c.translate(8, 4), 0, 0, 30, 24), drawn(() => c.scale(-1, -1), -38, -28, 30, 24),
              drawn(() => {}, 38, 28, -30, -24)].map(other => other === plain)
            """, "[true,true,true]")
    }

    @Test func `follow a path that goes on after it was drawn`() throws {
        try page.expect(
            returnedBy: """
            c.beginPath();
            c.moveTo(0, 10);
            for (let i = 1; i <= 20; i++) c.lineTo(i, 10);
            c.stroke();
            c.lineTo(30, 10);
            c.stroke();
            const longer = at([10, 10], [25, 10]);
            c.beginPath();
            c.moveTo(0, 20);
            c.lineTo(20, 20);
            c.stroke();
            return [longer, at([25, 20], [10, 20])].map(pixels => pixels.map(pixel => pixel.split(' ')[3] > 0))
            """, "[[true,true],[false,true]]")
    }

    @Test func `stay inside a clip whose path goes on`() throws {
        try page.expect(
            returnedBy: """
            c.beginPath();
            c.rect(0, 0, 20, 20);
            c.clip();
            c.rect(0, 0, 40, 30);
            c.fillRect(0, 0, 40, 30);
            return at([10, 10], [30, 10])
            """, #"["0 0 0 255","0 0 0 0"]"#)
    }

    @Test func `are dashed`() throws {
        try page.expect(
            returnedBy: """
            c.setLineDash([5, 5]);
            c.lineWidth = 2;
            c.beginPath();
            c.moveTo(0, 5);
            c.lineTo(40, 5);
            c.stroke();
            return at([2, 5], [7, 5], [12, 5], [17, 5])
            """, #"["0 0 0 255","0 0 0 0","0 0 0 255","0 0 0 0"]"#)
    }

    @Test func `have shadows`() throws {
        try page.expect(
            returnedBy: """
            c.shadowColor = 'blue';
            c.shadowOffsetX = 10;
            c.shadowOffsetY = 10;
            c.fillStyle = 'red';
            c.fillRect(0, 0, 10, 10);
            return at([5, 5], [15, 15], [25, 25])
            """, #"["255 0 0 255","0 0 255 255","0 0 0 0"]"#)
    }

    @Test func `outside of the canvas are transparent`() throws {
        try page.expect(
            returnedBy: """
            c.fillRect(0, 0, 40, 30);
            const d = c.getImageData(-1, -1, 2, 2).data;
            return [d[3], d[15], d.length]
            """, "[0,255,16]")
    }

    @Test func `follow curves and ellipses`() throws {
        try page.expect(
            returnedBy: """
            c.fillStyle = 'red';
            c.beginPath();
            c.ellipse(20, 15, 18, 6, 0, 0, Math.PI * 2);
            c.fill();
            c.beginPath();
            c.moveTo(0, 0);
            c.quadraticCurveTo(10, 0, 10, 10);
            c.lineTo(0, 10);
            c.fill();
            return at([4, 15], [36, 15], [20, 23], [2, 5], [9, 1])
            """, #"["255 0 0 255","255 0 0 255","0 0 0 0","255 0 0 255","0 0 0 0"]"#)
    }
}
