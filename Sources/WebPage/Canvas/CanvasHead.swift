/// What has to be known of a recording before it is looked into.
struct CanvasHead: Equatable {
    /// Counts up whenever the commands start over.
    var generation: Int
    /// How many numbers the commands take.
    var length: Int
    /// Which of the buffers that the recording has had holds them.
    var buffer: Int
    /// How many pictures the commands refer to.
    var resources: Int
    var width, height: Int
    var isOpaque: Bool

    /// How many numbers the prelude writes for a head.
    static let length = 7

    /// - Parameter start: where the head begins among the numbers.
    init(_ cells: SharedNumbers, from start: Int = 0) {
        generation = cells.whole(start)
        length = cells.whole(start + 1)
        buffer = cells.whole(start + 2)
        resources = cells.whole(start + 3)
        width = cells.whole(start + 4)
        height = cells.whole(start + 5)
        isOpaque = cells[start + 6] != 0
    }

    /// A number that changes with every drawing on the canvas.
    var version: Double { Double(generation) * 4_294_967_296 + Double(length) }
}
