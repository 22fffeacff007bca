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

    /// - Parameter scriptRecords: those that the prelude keeps.
    fileprivate init(of page: Page, scriptRecords: Int, surfaces: [SurfaceVersion]) {
        frame = page.frameCount
        time = page.now
        waitingRecords = scriptRecords + page.hostRecordCount
        self.surfaces = surfaces
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
    /// Numbers before those of canvases, and numbers of one canvas, as the prelude's `stamp` answers.
    private static let stampHead = 2, stampCanvas = 1 + CanvasHead.length

    /// The page's stamp now; brings the document's layout up to date. Costs nothing while nothing goes on in the page.
    public func stamp() -> PageStamp {
        if hang == nil, let known = knownStamp, known.moment == moment {
            knownStamp?.stamp.frame = frameCount
            knownStamp?.stamp.time = now
            return knownStamp?.stamp ?? known.stamp
        }
        guard let length = look({ () throws(ScriptError) in try Int(preludeFunction("stamp").callNumber(0)) }) else { return PageStamp(still: self) }
        if length > stampCells.count { stampCells = SharedNumbers(prelude["stampCells"]) }
        guard length >= Self.stampHead, length <= stampCells.count else { return PageStamp(still: self) }
        let moment = moment
        var surfaces = [PageStamp.SurfaceVersion(id: 0, version: stampCells[1])]
        for start in stride(from: Self.stampHead, to: length, by: Self.stampCanvas) {
            let id = stampCells.whole(start)
            let head = CanvasHead(stampCells, from: start + 1)
            canvasHeads.note(head, ofCanvas: id, at: moment)
            surfaces.append(PageStamp.SurfaceVersion(id: id, version: head.version))
        }
        let stamp = PageStamp(of: self, scriptRecords: stampCells.whole(0), surfaces: surfaces)
        knownStamp = (moment, stamp)
        return stamp
    }

    /// The stamp, if it was made at this moment.
    var stampOfMoment: PageStamp? { knownStamp.flatMap { $0.moment == moment ? $0.stamp : nil } }
}
