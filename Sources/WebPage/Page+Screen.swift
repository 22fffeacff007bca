import ScriptEngine

extension Page {
    /// The document and the canvases that a person can see, in paint order.
    public func surfaces() -> [Surface] {
        let document = Surface(
            id: 0, width: options.viewportWidth, height: options.viewportHeight, pageX: 0, pageY: 0,
            pageWidth: options.viewportWidth, pageHeight: options.viewportHeight)
        let canvases = decode([CanvasPlace].self, from: "canvases") ?? []
        return canvases.reduce(into: [document]) { surfaces, canvas in
            var surface = Surface(
                id: canvas.id, width: canvas.width, height: canvas.height, pageX: canvas.x, pageY: canvas.y, pageWidth: canvas.boxWidth,
                pageHeight: canvas.boxHeight)
            surface.lower = surfaces.dropFirst().filter(surface.isLayer).map(\.id)
            surfaces.append(surface)
        }
    }

    /// The numbers of the document's canvases on which something can be painted, as of surfaces, in tree order: for
    /// whoever needn't know where they are.
    public func canvasNumbers() -> [Int] {
        if hang == nil, let stamp = stampOfMoment { return stamp.surfaces.dropFirst().map(\.id) }
        return decode([Int].self, from: "canvasNumbers") ?? []
    }

    private struct CanvasPlace: Decodable {
        var id: Int
        var width, height, x, y, boxWidth, boxHeight: Double
    }

    /// Whether a person sees something of a surface: it isn't transparent, nor off the page, nor all under what is opaque.
    public func shows(surface id: Int) -> Bool {
        guard id != 0, hang == nil else { return true }
        return look { () throws(ScriptError) in try preludeFunction("showsCanvas").call(context.value(Double(id))).boolean } ?? true
    }

    /// What is painted on a surface, in paint order and in its pixels.
    public func boxes(ofSurface id: Int) -> [PaintedBox] {
        guard hang == nil else { return [] }
        return id == 0 ? documentBoxes() : canvasBoxes(id)
    }

    /// What is painted on a canvas and seen through it of the layers under it.
    public func boxes(ofSurface id: Int, over lower: [Int]) -> [PaintedBox] {
        guard !lower.isEmpty else { return boxes(ofSurface: id) }
        return (lower + [id]).flatMap { CanvasBoxes.withoutCleared(boxes(ofSurface: $0)) }
    }

    /// What is painted on every surface, by its number, with the layers that lie under it.
    public func allBoxes() -> [Int: [PaintedBox]] {
        Dictionary(uniqueKeysWithValues: surfaces().map { ($0.id, boxes(ofSurface: $0.id, over: $0.lower)) })
    }

    /// Where the document's elements are that hold several others, whether they are painted or not.
    public func containers() -> [PaintedBox] {
        let places = decode([ContainerPlace].self, from: "containers") ?? []
        return places.map { PaintedBox(x: $0.x, y: $0.y, width: $0.width, height: $0.height, look: -1, alpha: 0, kind: .fill) }
    }

    private struct ContainerPlace: Decodable {
        var x, y, width, height: Double
    }

    /// A number that stays the same for as long as nothing is painted on a surface.
    public func paintVersion(ofSurface id: Int) -> Double {
        if id != 0 { return canvasHead(id)?.version ?? -1 }
        if hang == nil, let version = knownDocumentVersion { return version }
        return look { () throws(ScriptError) in try preludeFunction("paintVersion").callNumber(0) } ?? -1
    }

    /// The version of what is painted on the document, where it is known without a call.
    private var knownDocumentVersion: Double? {
        let moment = moment
        if let known = paintedDocument, known.moment == moment { return known.version }
        if let known = knownStamp, known.moment == moment { return known.stamp.surfaces[0].version }
        return moment.animatedAt == nil ? lookSigns.documentVersion : nil
    }

    /// The same for a canvas and the layers under it.
    public func paintVersion(ofSurface id: Int, over lower: [Int]) -> Double {
        lower.reduce(paintVersion(ofSurface: id)) { $0 + paintVersion(ofSurface: $1) }
    }

    private func canvasBoxes(_ id: Int) -> [PaintedBox] {
        guard let head = canvasHead(id) else { return [] }
        let known = readRecordings[id]?.recording(now: head)
        guard let recording = known ?? look({ recording(id) }) else { return [] }
        if boxReaders.count > Self.boxReadersMax { forgetThrownAwayCanvases() }
        return boxReaders[id, default: CanvasBoxes(looks: looks)].read(recording)
    }

    /// More canvases than any page shows at once.
    private static let boxReadersMax = 64

    /// Pages that put a new canvas into the document for every picture have no use for what was read of those before.
    private func forgetThrownAwayCanvases() {
        for id in boxReaders.keys where canvasHead(id) == nil {
            boxReaders[id] = nil
            readRecordings[id] = nil
        }
    }

    /// Notes what a canvas shows before its recording is replaced by its pixels, in which no boxes can be told apart.
    func keepBoxes(ofCanvas id: Int) {
        guard let recording = recording(id) else { return }
        boxReaders[id, default: CanvasBoxes(looks: looks)].keep(recording)
    }

    /// Numbers that the prelude writes for one box of the document.
    private static let numbersPerBox = 8

    private func documentBoxes() -> [PaintedBox] {
        if let known = paintedDocument, known.moment == moment { return known.boxes }
        let version = paintVersion(ofSurface: 0)
        if let known = paintedDocument, known.version == version {
            paintedDocument?.moment = moment
            return known.boxes
        }
        let boxes = TextPicture.split(readDocumentBoxes(), looks)
        paintedDocument = (moment, version, boxes)
        return boxes
    }

    private func readDocumentBoxes() -> [PaintedBox] {
        guard let list = look({ () throws(ScriptError) in try preludeFunction("paint").call() }), list.isObject else { return [] }
        let count = Int(list["count"].number)
        readDocumentLooks()
        var boxes: [PaintedBox] = []
        boxes.reserveCapacity(count)
        list["numbers"].withTypedArray(of: Double.self) { numbers in
            for at in stride(from: 0, to: min(count, numbers.count / Self.numbersPerBox) * Self.numbersPerBox, by: Self.numbersPerBox) {
                guard let kind = PaintedBox.Kind(rawValue: UInt8(numbers[at + 6])) else { continue }
                let number = Int(numbers[at + 4])
                let look = documentLooks.indices.contains(number) ? documentLooks[number] : -1
                boxes.append(PaintedBox(
                    x: numbers[at], y: numbers[at + 1], width: numbers[at + 2], height: numbers[at + 3],
                    look: look, alpha: Float(numbers[at + 5]) * (kind == .fill ? looks.opacity(of: look) : 1), kind: kind))
            }
        }
        return boxes
    }

    /// Takes over the looks that the prelude has added since the last time.
    private func readDocumentLooks() {
        let known = context.value(Double(documentLooks.count))
        guard let new = look({ () throws(ScriptError) in try preludeFunction("looks").call(known) }) else { return }
        for index in 0..<new.count { documentLooks.append(looks.id(of: new[index].description)) }
    }
}
