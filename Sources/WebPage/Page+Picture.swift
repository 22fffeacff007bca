import Foundation

extension Page {
    /// A PNG of the largest canvas that can be seen; nil when there is none.
    public func screenshot() -> Data? {
        let canvas = surfaces().filter { $0.id != 0 }.max { $0.area < $1.area }
        return canvas.flatMap { renderer(ofCanvas: $0.id)?.png() }
    }
}
