import ScriptEngine

/// What tells cheaply, at every frame, whether there may be something new to see of a page.
public struct PageStamp: Sendable, Equatable {
    /// Animation frames so far.
    public var frame: Int
    /// Virtual milliseconds since the page began to load.
    public var time: Double
    /// Console output, errors and the like that nobody has taken over yet, but for totals of sounds and of what was left out.
    public var waitingRecords: Int
    /// What can be painted on, in the order of ``Page/canvasNumbers()`` after the document.
    public var surfaces: [SurfaceVersion]

    /// A surface's number and a number that stays the same for as long as nothing is painted on it.
    public struct SurfaceVersion: Sendable, Equatable {
        public var id: Int
        public var version: Double
    }

    /// Numbers before those of surfaces, and numbers of one surface, as the prelude's `stamp` answers.
    private static let headLength = 3, surfaceLength = 2

    /// - Parameter length: how many of the numbers count.
    fileprivate init?(_ numbers: SharedNumbers, length: Int, hostRecords: Int) {
        guard length >= Self.headLength, length <= numbers.count else { return nil }
        frame = numbers.whole(0)
        time = numbers[1]
        waitingRecords = numbers.whole(2) + hostRecords
        surfaces = stride(from: Self.headLength, to: length, by: Self.surfaceLength).map {
            SurfaceVersion(id: numbers.whole($0), version: numbers[$0 + 1])
        }
    }

    /// Of a page that stands still: nothing is seen of it any more.
    fileprivate init(still page: Page) {
        frame = page.frameCount
        time = page.now
        waitingRecords = 1
        surfaces = [SurfaceVersion(id: 0, version: -1)]
    }
}

extension Page {
    /// The page's stamp now; brings the document's layout up to date.
    public func stamp() -> PageStamp {
        guard let length = look({ () throws(ScriptError) in try Int(preludeFunction("stamp").callNumber(0)) }) else { return PageStamp(still: self) }
        if length > stampCells.count { stampCells = SharedNumbers(prelude["stampCells"]) }
        return PageStamp(stampCells, length: length, hostRecords: hostRecordCount) ?? PageStamp(still: self)
    }
}
