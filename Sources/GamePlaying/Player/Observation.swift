import GameReading

/// What the player sees at one moment.
public struct Observation: Sendable, Equatable {
    /// Virtual milliseconds.
    public var time: Double
    public var image: FieldImage
    /// The cells that don't look empty.
    public var occupied: CellMask

    public init(time: Double, image: FieldImage, palette: FieldPalette) {
        self.time = time
        self.image = image
        var occupied = CellMask(columns: image.columns, rows: image.rows)
        palette.forEachFilled(in: image) { occupied.insert(Cell($0 % image.columns, $0 / image.columns)) }
        self.occupied = occupied
    }
}
