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
        (frame, time, waitingRecords) = (0, 0, 0)
        self.surfaces = surfaces
        note(page, scriptRecords: scriptRecords)
    }

    /// Takes over what can be told without a look.
    fileprivate mutating func note(_ page: Page, scriptRecords: Int) {
        frame = page.frameCount
        time = page.now
        waitingRecords = scriptRecords + page.hostRecordCount
    }

    /// Of a page that stands still: nothing is seen of it any more.
    fileprivate init(still page: Page) {
        frame = page.frameCount
        time = page.now
        waitingRecords = 1
        surfaces = [SurfaceVersion(id: 0, version: -1)]
    }
}

/// The last stamp of a page, with what is needed to tell whether it still holds.
struct KnownStamp {
    /// When it was made, or last found to hold.
    var moment: PageMoment
    var stamp: PageStamp
    /// Records that the prelude kept.
    var scriptRecords: Int
    /// In the order of the stamp.
    var canvases: [StampedCanvas]

    /// Takes over what has been drawn since, when nothing else has happened.
    mutating func noteDrawings(at moment: PageMoment) {
        self.moment = moment
        for index in canvases.indices {
            canvases[index].noteDrawing()
            let version = canvases[index].head.version
            if stamp.surfaces[index + 1].version != version { stamp.surfaces[index + 1].version = version }
        }
    }
}

extension Page {
    /// Numbers before those of canvases, and numbers of one canvas, as the prelude's `stamp` answers.
    private static let stampHead = 2, stampCanvas = 1 + CanvasHead.length

    /// The page's stamp now; brings the document's layout up to date. Costs next to nothing while all that goes on in the page is
    /// that it draws on its canvases.
    public func stamp() -> PageStamp {
        guard hang == nil else { return PageStamp(still: self) }
        let moment = moment
        if let known = knownStamp {
            if known.moment != moment {
                guard known.moment.animatedAt == nil, moment.animatedAt == nil, lookSigns.keepsStamp else { return askForStamp() }
                knownStamp?.noteDrawings(at: moment)
            }
            knownStamp?.stamp.note(self, scriptRecords: known.scriptRecords)
            return knownStamp?.stamp ?? known.stamp
        }
        return askForStamp()
    }

    private func askForStamp() -> PageStamp {
        guard let length = look({ () throws(ScriptError) in try Int(preludeFunction("stamp").callNumber(0)) }) else { return PageStamp(still: self) }
        if length > stampCells.count { stampCells = SharedNumbers(prelude["stampCells"]) }
        guard length >= Self.stampHead, length <= stampCells.count else { return PageStamp(still: self) }
        var surfaces = [PageStamp.SurfaceVersion(id: 0, version: stampCells[1])]
        var canvases: [StampedCanvas] = []
        for start in stride(from: Self.stampHead, to: length, by: Self.stampCanvas) {
            let id = stampCells.whole(start)
            let head = CanvasHead(stampCells, from: start + 1)
            guard let canvas = knownStamp?.canvases.first(where: { $0.id == id })?.with(head) ?? stampedCanvas(id, head) else { continue }
            canvases.append(canvas)
            surfaces.append(PageStamp.SurfaceVersion(id: id, version: head.version))
        }
        let records = stampCells.whole(0)
        let stamp = PageStamp(of: self, scriptRecords: records, surfaces: surfaces)
        knownStamp = KnownStamp(moment: moment, stamp: stamp, scriptRecords: records, canvases: canvases)
        return stamp
    }

    private func stampedCanvas(_ id: Int, _ head: CanvasHead) -> StampedCanvas? {
        let recording = look { () throws(ScriptError) in try preludeFunction("recording").call(context.value(Double(id))) }
        return recording.flatMap { $0.isObject ? StampedCanvas(id: id, head: head, recording: $0) : nil }
    }

    /// The stamp, if it was made at this moment.
    var stampOfMoment: PageStamp? { knownStamp.flatMap { $0.moment == moment ? $0.stamp : nil } }

    /// The head of a canvas's recording, if the stamp was made at this moment and tells it.
    func stampedHead(ofCanvas id: Int) -> CanvasHead? {
        guard let known = knownStamp, known.moment == moment else { return nil }
        return known.canvases.first { $0.id == id }?.head
    }
}
