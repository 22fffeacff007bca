import GameReading
import WebPage

/// Finds out by trying how a game is started: nothing, a key, a click, or a few of these one after another.
struct StartFinder {
    /// What a trial came to.
    struct Trial {
        var gestures: [Gesture]
        var field: FieldFinder.Candidate?
        /// Pictures of the field's surface, one every tenth of a second.
        var pictures: [[PaintedBox]]
        /// Whether anything that can be seen changed by the last gesture or afterwards.
        var changedAnything: Bool
    }

    /// Longest sequence of gestures: title, menu, level.
    private static let gesturesMax = 3
    private static let trialsMax = 36
    /// Milliseconds that a started game has to show that something falls.
    private static let watchMilliseconds = 2600.0
    private static let sampleFrames = 6
    /// A page on which nothing at all has changed after this time has not been started: no game begins slower.
    private static let idleMilliseconds = 1600.0

    let session: GameSession
    /// Keys that the page's scripts speak of, most likely ones first.
    let keys: [KeyStroke]

    /// Tries gestures, shortest sequences first, until something falls.
    /// - Returns: the trial in which something did, or the last of the trials when nothing ever did.
    func find() -> Trial? {
        var queue: [[Gesture]] = [[]]
        var tried = 0
        var shifted: Trial?
        while !queue.isEmpty, tried < Self.trialsMax {
            let gestures = queue.removeFirst()
            guard let trial = attempt(gestures) else { return shifted }
            tried += 1
            if let field = trial.field {
                if field.falls > 0 { return trial }
                if shifted == nil { shifted = trial }
            }
            if gestures.isEmpty || (trial.changedAnything && gestures.count < Self.gesturesMax) {
                queue += candidates(after: gestures).map { gestures + [$0] }
            }
        }
        return shifted
    }

    /// Opens the page, makes the gestures and watches; nil when the page hangs.
    private func attempt(_ gestures: [Gesture]) -> Trial? {
        guard (try? session.reopen()) != nil else { return nil }
        session.advance(frames: 6)
        var before = session.page.allBoxes()
        for (index, gesture) in gestures.enumerated() {
            if index == gestures.count - 1 { before = session.page.allBoxes() }
            session.make(gesture)
            session.advance(frames: 12)
        }
        let trial = watch(gestures, before: before)
        return session.isHung ? nil : trial
    }

    private func watch(_ gestures: [Gesture], before: [Int: [PaintedBox]]) -> Trial {
        var pictures: [Int: [[PaintedBox]]] = [:]
        let end = session.now + Self.watchMilliseconds
        func sample() {
            for (surface, boxes) in session.page.allBoxes() { pictures[surface, default: []].append(boxes) }
        }
        sample()
        let idleEnd = session.now + Self.idleMilliseconds
        while session.now < end, !session.isHung {
            session.advance(frames: Self.sampleFrames)
            sample()
            if session.now > idleEnd, pictures.values.allSatisfy({ list in list.allSatisfy { $0 == list[0] } }) { break }
        }
        var found = best(pictures)
        if found?.candidate.falls ?? 0 == 0 {
            nudge(sample)
            found = best(pictures)
            // What fell only now may be a game that a key of the nudge has started.
            found?.candidate.falls = 0
        }
        let changed = pictures.contains { surface, list in list.contains { $0 != before[surface] ?? [] } }
        return Trial(
            gestures: gestures, field: found?.candidate, pictures: found.map { pictures[$0.surface] ?? [] } ?? [],
            changedAnything: changed)
    }

    /// A game without gravity shows its piece when keys move it.
    private func nudge(_ sample: () -> Void) {
        for name in ["ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowDown"] {
            guard let stroke = KeyStroke.named(name), keys.contains(stroke) else { continue }
            session.make(.key(stroke))
            sample()
        }
    }

    private func best(_ pictures: [Int: [[PaintedBox]]]) -> (surface: Int, candidate: FieldFinder.Candidate)? {
        let found = session.page.surfaces().compactMap { surface -> (surface: Int, candidate: FieldFinder.Candidate)? in
            guard let list = pictures[surface.id] else { return nil }
            let scale = surface.width > 0 ? surface.pageWidth / surface.width : 1
            return FieldFinder.find(in: list, surface: surface.id, width: surface.width, height: surface.height, scale: scale)
                .map { (surface.id, $0) }
        }
        return found.max { ($0.candidate.falls, $0.candidate.shifts, -$0.surface) < ($1.candidate.falls, $1.candidate.shifts, -$1.surface) }
    }

    /// What a person would try next on the page as it is now: buttons, the usual keys, the picture itself.
    private func candidates(after gestures: [Gesture]) -> [Gesture] {
        let clickables = session.page.clickables().filter { !$0.disabled && $0.width > 0 && $0.height > 0 }
        let ranked = clickables.sorted { Self.promise($0) > Self.promise($1) }
        var candidates = ranked.prefix(8).map { Self.click($0) }
        candidates += KeyHints.keys(shownIn: shownTexts()).filter(keys.contains).prefix(4).map(Gesture.key)
        candidates += ["Enter", " "].compactMap(KeyStroke.named).map(Gesture.key)
        candidates += keys.filter { !["Enter", " "].contains($0.key) }.prefix(gestures.isEmpty ? 14 : 4).map(Gesture.key)
        if let surface = session.page.surfaces().filter({ $0.id != 0 }).max(by: { $0.area < $1.area }) {
            candidates.append(.clickAt(x: surface.pageX + surface.pageWidth / 2, y: surface.pageY + surface.pageHeight / 2))
        }
        candidates += ["ArrowDown", "a"].compactMap(KeyStroke.named).map(Gesture.key)
        var seen = Set(gestures.suffix(1))
        return candidates.filter { seen.insert($0).inserted }
    }

    /// What can be read on the page, on canvases too.
    private func shownTexts() -> [String] {
        session.page.texts().map(\.text)
            + session.page.surfaces().filter { $0.id != 0 }.flatMap { surface in
                session.page.boxes(ofSurface: surface.id).filter { $0.kind == .text }.map { session.page.looks.text(of: $0.look) }
            }
    }

    /// Words by which a button that starts a game gives itself away; they only break ties.
    private static let words = ["start", "play", "new", "begin", "go", "restart", "again", "resume", "continue", "ok", "close"]

    static func promise(_ clickable: Page.Clickable) -> Double {
        let text = (clickable.text + " " + clickable.id + " " + clickable.className).lowercased()
        let word = words.firstIndex { text.contains($0) }.map { 20 - Double($0) } ?? 0
        return word + (clickable.tag == "button" ? 5 : 0) + (clickable.tag == "a" ? -5 : 0) + (clickable.tag == "canvas" ? -3 : 0)
    }

    static func click(_ clickable: Page.Clickable) -> Gesture {
        clickable.id.isEmpty
            ? .clickAt(x: clickable.x + clickable.width / 2, y: clickable.y + clickable.height / 2)
            : .click("#" + clickable.id)
    }
}
