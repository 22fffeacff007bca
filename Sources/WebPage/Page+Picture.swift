import Foundation

extension Page {
    /// A PNG of the page: its largest canvas where it has one, else the viewport as its boxes are painted; nil when the
    /// page stands still.
    public func screenshot() -> Data? {
        let canvas = surfaces().filter { $0.id != 0 }.max { $0.area < $1.area }
        return canvas.flatMap { renderer(ofCanvas: $0.id)?.png() } ?? documentPicture()
    }

    private func documentPicture() -> Data? {
        guard hang == nil, let picture = ScreenPicture(width: options.viewportWidth, height: options.viewportHeight, looks: looks)
        else { return nil }
        for box in boxes(ofSurface: 0) {
            if box.kind == .canvas, let id = canvasNumber(box), let pixels = renderer(ofCanvas: id)?.surface {
                picture.draw(pixels, in: box)
            } else {
                picture.draw(box)
            }
        }
        return picture.png()
    }

    /// The recording that a canvas's box shows, which its look names.
    func canvasNumber(_ box: PaintedBox) -> Int? {
        looks.description(of: box.look).split(separator: " ").last.flatMap { Int($0) }
    }
}
