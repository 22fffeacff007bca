/// What the page has drawn on one bitmap, as the prelude recorded it (see `canvas-commands.js`).
///
/// The commands are read where the script engine keeps them: use a recording only until the page runs again.
public struct CanvasRecording {
    /// The bitmap's id, for `host.readPixels` and its kin.
    public var id: Int
    /// Counts up whenever the commands start over, because all before was covered.
    public var generation: Int
    public var width: Int
    public var height: Int
    /// Whether the context was made with `alpha: false`.
    public var isOpaque: Bool
    public var commands: UnsafeBufferPointer<Double>
    /// The pictures that commands name by index.
    public var resources: [CanvasResource]

    public init(
        id: Int, generation: Int, width: Int, height: Int, isOpaque: Bool,
        commands: UnsafeBufferPointer<Double>, resources: [CanvasResource]
    ) {
        self.id = id
        self.generation = generation
        self.width = width
        self.height = height
        self.isOpaque = isOpaque
        self.commands = commands
        self.resources = resources
    }
}
