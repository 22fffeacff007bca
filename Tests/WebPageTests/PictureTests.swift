import Testing

@testable import WebPage

@Suite("A picture that a canvas draws")
struct PictureTests {
    /// Draws the picture of an address onto a canvas when it has loaded, and gives the pixels at some places.
    private func pixels(of address: String, at places: String) throws -> String {
        let page = try TestPage(
            script: """
            const canvas = document.createElement('canvas'), c = canvas.getContext('2d'), image = new Image();
            image.onload = () => c.drawImage(image, 0, 0);
            image.src = `\(address)`;
            """)
        page.page.advance(milliseconds: 10)
        return try page("[\(places)].map(([x, y]) => [...c.getImageData(x, y, 1, 1).data].join(' '))")
    }

    private func svg(_ content: String) -> String {
        "data:image/svg+xml," + #"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">"# + content.replacing("#", with: "%23") + "</svg>"
    }

    @Test func `is the first frame of a GIF file`() throws {
        let pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs="
        #expect(try pixels(of: pixel, at: "[0, 0], [1, 0]") == #"["255 0 0 255","0 0 0 0"]"#)
    }

    @Test func `is the shapes of an SVG file`() throws {
        let shapes = svg("<rect width='10' height='20' fill='lime'/><g fill='#00f' transform='translate(10 0)'><path d='M0 0h10v10h-10z'/></g>")
        #expect(try pixels(of: shapes, at: "[5, 5], [15, 5], [15, 15]") == #"["0 255 0 255","0 0 255 255","0 0 0 0"]"#)
    }

    @Test func `follows an SVG file's styles, opacity and used parts`() throws {
        let shapes = svg(
            """
            <style>.a { fill: red }</style><defs><rect id='part' width='5' height='5'/></defs>\
            <use href='#part' class='a' x='0'/><use href='#part' style='fill: blue; opacity: 0.5' x='10'/><rect class='a' y='10' width='5' height='5' visibility='hidden'/>
            """)
        #expect(try pixels(of: shapes, at: "[2, 2], [12, 2], [2, 12]") == #"["255 0 0 255","0 0 255 128","0 0 0 0"]"#)
    }

    @Test func `shades an SVG file's gradients`() throws {
        let shapes = svg(
            """
            <linearGradient id='g'><stop offset='0.5' stop-color='red'/><stop offset='0.5' stop-color='lime'/></linearGradient>\
            <rect width='20' height='20' fill='url(#g)'/>
            """)
        #expect(try pixels(of: shapes, at: "[2, 2], [18, 2]") == #"["255 0 0 255","0 255 0 255"]"#)
    }

    @Test func `is refused when it is an SVG image element's that couldn't be loaded`() throws {
        let page = try TestPage("<svg><image id=i href='nothing.png'/></svg><canvas id=c></canvas>")
        page.page.advance(milliseconds: 10)
        try page.expect(
            returnedBy: "try { c.getContext('2d').createPattern(i, 'repeat') } catch (error) { return error.name }", #""InvalidStateError""#)
    }

    @Test func `are where they lie on the page, whatever a script sets`() throws {
        let page = try TestPage("<body style='margin: 0'><img id=i style='position: absolute; left: 30px; top: 40px; width: 5px; height: 5px'>")
        try page.expect(
            returnedBy: "const loose = new Image(); loose.x = 7; i.x = 7; return [loose.x, loose.y, i.x, i.y]", "[0,0,30,40]")
    }
}
