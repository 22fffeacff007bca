import ScriptEngine

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
}
