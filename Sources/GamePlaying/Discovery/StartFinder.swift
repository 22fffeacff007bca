import Foundation
import GameReading
import WebPage

/// Finds out by trying how a game is started: nothing, a key, a click, or a few of these one after another.
struct StartFinder {
    /// What a trial came to.
    struct Trial {
        var gestures: [Gesture]
        /// Milliseconds for which the page was left alone before the first gesture.
        var settlingMilliseconds = 0.0
        /// Milliseconds after the last gesture for which a count ran down.
        var countdownMilliseconds = 0.0
        var field: FieldFinder.Candidate?
        /// Pictures of the field's surface, one every tenth of a second.
        var pictures: [[PaintedBox]]
        /// Whether anything that can be seen changed by the last gesture or afterwards.
        var changedAnything: Bool
        /// Other fields in which something falls, each with its pictures: the game may be one against the machine.
        var rivals: [(field: FieldFinder.Candidate, pictures: [[PaintedBox]])] = []
        /// The address of the page that the last gesture led to, where it left this one.
        var departure: String?
        /// What a person would do next, where that was asked before keys were tried, which may have begun a game.
        fileprivate var continuations: [[Gesture]]?
    }

    /// Longest way into a game: title, menu, level.
    private static let stepsMax = 3
    private static let trialsMax = 36
    /// Trials after one in which keys moved something, though nothing fell: enough for the other likely ways to start.
    private static let trialsAfterShiftMax = 10
    /// Milliseconds that a started game has to show that something falls.
    private static let watchMilliseconds = 2600.0
    private static let sampleFrames = 6
    /// A page on which nothing at all has changed since the last gesture after this time has not been started: no game begins slower.
    private static let idleMilliseconds = 1600.0
    /// Screens that go by themselves, as those of loading, are gone after this time.
    private static let settlingMilliseconds = 5000.0
    /// Trials of a page that was given time to settle.
    private static let trialsAfterSettlingMax = 12

    let session: GameSession
    /// Keys that the page's scripts speak of, most likely ones first.
    let keys: [KeyStroke]

    /// Gestures to be tried. What promises most comes first, and a further step on a page that has changed comes before the
    /// least likely first ones.
    private struct Plan {
        var gestures: [Gesture]
        var steps: Int
        var cost: Int
        /// What a further step costs.
        static let stepCost = 6
    }

    /// The ways that were found to lead to other pages, each page once.
    private(set) var departures: [Departure] = []

    /// A way from this page to another.
    struct Departure {
        var gestures: [Gesture]
        var address: String
    }

    init(session: GameSession, keys: [KeyStroke]) {
        self.session = session
        self.keys = keys
    }

    /// Tries gestures until something falls.
    /// - Returns: the trial in which something did, or the last of the trials when nothing ever did.
    mutating func find() -> Trial? {
        var isRestless = false
        let found = search(trialsMax: Self.trialsMax, settling: 0, isRestless: &isRestless)
        guard found?.field?.falls ?? 0 == 0, isRestless, !session.isHung else { return found }
        return search(trialsMax: Self.trialsAfterSettlingMax, settling: Self.settlingMilliseconds, isRestless: &isRestless) ?? found
    }

    /// Tries gestures once the page has brought up what it brings up by itself, as a welcome that wants to be closed.
    mutating func findWhenSettled() -> Trial? {
        var isRestless = false
        return search(trialsMax: Self.trialsAfterSettlingMax, settling: Self.welcomeMilliseconds, isRestless: &isRestless)
    }

    /// Whether the page brings up something to click at by itself.
    func bringsUpMore() -> Bool {
        func texts() -> Set<String> { Set(session.page.clickables().filter { $0.canBeClicked && !$0.isCovered }.map { "\($0.tag) \($0.id) \($0.text)" }) }
        guard (try? session.reopen()) != nil else { return false }
        session.advance(frames: 6)
        let early = texts()
        session.advance(milliseconds: Self.welcomeMilliseconds)
        return !texts().subtracting(early).isEmpty
    }

    /// What comes up by itself does so soon.
    private static let welcomeMilliseconds = 1000.0

    /// - Parameters:
    ///   - settling: milliseconds for which the page is left alone first.
    ///   - isRestless: gets whether the page changes when nothing is done.
    private mutating func search(trialsMax: Int, settling: Double, isRestless: inout Bool) -> Trial? {
        var plans = [Plan(gestures: [], steps: 0, cost: 0)]
        var tried = 0, limit = trialsMax
        var shifted: Trial?, unframed: Trial?
        while let next = plans.indices.min(by: { (plans[$0].cost, $0) < (plans[$1].cost, $1) }), tried < limit {
            let plan = plans.remove(at: next)
            guard let trial = attempt(plan.gestures, settling: settling) else { return unframed ?? shifted }
            tried += 1
            if plan.gestures.isEmpty { isRestless = trial.changedAnything }
            if let address = trial.departure {
                note(Departure(gestures: plan.gestures, address: address))
                // Where no key is heard, and links lead on, the game is elsewhere.
                if !listensToKeys, session.source.document(at: address) != nil { limit = min(limit, Self.trialsOfLinksMax) }
            }
            if let field = trial.field {
                if field.falls > 0, field.isFramed { return trial }
                if field.falls > 0 { unframed = unframed ?? trial }
                if shifted == nil {
                    shifted = trial
                    limit = min(limit, tried + Self.trialsAfterShiftMax)
                }
            }
            guard plan.steps == 0 || (trial.changedAnything && plan.steps < Self.stepsMax) else { continue }
            plans += (trial.continuations ?? continuations(of: plan.gestures)).enumerated().map { index, gestures in
                Plan(gestures: gestures, steps: plan.steps + 1, cost: plan.cost + Plan.stepCost + index)
            }
        }
        return unframed ?? shifted
    }

    private mutating func note(_ departure: Departure) {
        if !departures.contains(where: { $0.address == departure.address }) { departures.append(departure) }
    }

    /// Trials of a page that is but the way to others.
    private static let trialsOfLinksMax = 10

    private var listensToKeys: Bool {
        !Set(["keydown", "keyup", "keypress"]).isDisjoint(with: session.page.listenedEvents())
    }

    /// Opens the page, makes the gestures and watches; nil when the page hangs.
    private func attempt(_ gestures: [Gesture], settling: Double) -> Trial? {
        guard (try? session.reopen()) != nil else { return nil }
        session.advance(frames: 6)
        session.advance(milliseconds: settling)
        var before = session.page.allBoxes()
        for (index, gesture) in gestures.enumerated() {
            if index == gestures.count - 1 { before = session.page.allBoxes() }
            let records = session.collectRecords().count
            session.make(gesture)
            session.advance(frames: 12)
            if let address = session.departure(since: records) {
                return Trial(gestures: gestures, pictures: [], changedAnything: false, departure: address)
            }
        }
        var trial = watch(gestures, before: before)
        trial.settlingMilliseconds = settling
        session.tellAlive()
        return session.isHung ? nil : trial
    }

    private func watch(_ gestures: [Gesture], before: [Int: [PaintedBox]]) -> Trial {
        var pictures: [Int: [[PaintedBox]]] = [:]
        func sample() {
            for (surface, boxes) in session.page.allBoxes() { pictures[surface, default: []].append(boxes) }
            session.tellAlive()
        }
        func hasChanged() -> Bool {
            pictures.contains { surface, list in list.contains { $0 != before[surface] ?? [] } }
        }
        func sample(for milliseconds: Double) {
            let end = session.now + milliseconds, idleEnd = session.now + Self.idleMilliseconds
            while session.now < end, !session.isHung {
                session.advance(frames: Self.sampleFrames)
                sample()
                if session.now > idleEnd, !hasChanged() { break }
            }
        }
        sample()
        let figures = lonelyDigits(), beginning = session.now
        sample(for: Self.watchMilliseconds)
        var fields = fields(in: pictures)
        var found = best(of: fields)
        var countdown = 0.0
        // The figures of a count may themselves look like something that falls.
        if found.map({ $0.candidate.falls == 0 || !$0.candidate.isFramed }) ?? true {
            countdown = awaitCount(from: figures, since: beginning, sample(for:))
            if countdown > 0 {
                fields = self.fields(in: pictures)
                found = best(of: fields)
            }
        }
        var next: [[Gesture]]?
        if found?.candidate.falls ?? 0 == 0 {
            if gestures.isEmpty || hasChanged() { next = continuations(of: gestures) }
            nudge(sample)
            fields = self.fields(in: pictures)
            found = best(of: fields)
            // What fell only now may be a game that a key of the nudge has started.
            found?.candidate.falls = 0
        }
        let rivals = fields.filter { $0.candidate.falls > 0 && $0.surface != found?.surface }
        return Trial(
            gestures: gestures, countdownMilliseconds: countdown, field: found?.candidate, pictures: found.map { pictures[$0.surface] ?? [] } ?? [],
            changedAnything: hasChanged(), rivals: rivals.map { ($0.candidate, pictures[$0.surface] ?? []) }, continuations: next)
    }

    /// Waits where figures count down to the beginning of a game, or have just run out, and samples what comes then.
    /// - Parameters:
    ///   - figures: the digits that stood alone on the page at first.
    ///   - beginning: when that was, in virtual milliseconds.
    /// - Returns: milliseconds from then to the end of the count; 0 where nothing counts.
    private func awaitCount(from figures: Set<Int>, since beginning: Double, _ sample: (Double) -> Void) -> Double {
        var earlier = figures, left = lonelyDigits()
        if Self.secondsLeft(from: earlier, to: left) == nil, Self.mayCount(from: earlier, to: left) {
            earlier = left
            sample(Self.countMilliseconds)
            left = lonelyDigits()
        }
        let elapsed = session.now - beginning
        if let seconds = Self.secondsLeft(from: earlier, to: left) {
            sample(Double(seconds + 1) * 1000 + Self.watchMilliseconds)
            return elapsed + Double(seconds) * 1000
        }
        guard !figures.subtracting(left).isEmpty else { return 0 }
        sample(Self.watchMilliseconds)
        return elapsed
    }

    /// The digits that stand alone somewhere on the page.
    private func lonelyDigits() -> Set<Int> {
        Set(session.page.shownTexts().compactMap { text in
            let word = text.trimmingCharacters(in: .whitespacesAndNewlines)
            return word.count == 1 ? Int(word) : nil
        })
    }

    /// A figure of a count stands for a second, or a little longer.
    private static let countMilliseconds = 1300.0

    /// Whether a count may just have begun: a figure of its own has come up that is more than one.
    static func mayCount(from earlier: Set<Int>, to later: Set<Int>) -> Bool {
        later.subtracting(earlier).contains { $0 > 1 }
    }

    /// What a count that runs down to the beginning of a game has come to; nil where none does.
    static func secondsLeft(from earlier: Set<Int>, to later: Set<Int>) -> Int? {
        let gone = earlier.subtracting(later).filter { $0 > 0 }
        return later.subtracting(earlier).filter { left in gone.contains { $0 > left } }.max()
    }

    /// A game without gravity shows its piece when keys move it.
    private func nudge(_ sample: () -> Void) {
        for name in ["ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowDown"] {
            guard let stroke = KeyStroke.named(name), keys.contains(stroke) else { continue }
            session.make(.key(stroke))
            sample()
        }
    }

    /// The fields in which something moves like a piece, at most one a surface.
    private func fields(in pictures: [Int: [[PaintedBox]]]) -> [(surface: Int, candidate: FieldFinder.Candidate)] {
        let page = session.page
        return page.surfaces().compactMap { surface -> (surface: Int, candidate: FieldFinder.Candidate)? in
            guard let list = pictures[surface.id], page.shows(surface: surface.id) else { return nil }
            let scale = surface.width > 0 ? surface.pageWidth / surface.width : 1
            guard var candidate = FieldFinder.find(
                in: list, surface: surface.id, width: surface.width, height: surface.height, scale: scale,
                containers: { surface.id == 0 ? page.containers() : [] })
            else { return nil }
            candidate.field.lower = surface.lower
            return (surface.id, candidate)
        }
    }

    private func best(of fields: [(surface: Int, candidate: FieldFinder.Candidate)]) -> (surface: Int, candidate: FieldFinder.Candidate)? {
        // Of layers in all of which the piece is seen the uppermost shows the most.
        func evidence(_ found: (surface: Int, candidate: FieldFinder.Candidate)) -> (Int, Int, Int, Int) {
            (found.candidate.falls, found.candidate.shifts, found.candidate.field.lower.count, -found.surface)
        }
        return fields.max { evidence($0) < evidence($1) }
    }

    /// What a person would try next, after what was done already. Fields that ask for a name are filled in first.
    func continuations(of gestures: [Gesture]) -> [[Gesture]] {
        let next = candidates(after: gestures)
        let clickables = session.page.clickables().filter(\.canBeClicked)
        let blanks = clickables.filter(\.isBlank).prefix(Self.fieldsMax)
        let fields = blanks.map(Self.click)
        guard !blanks.isEmpty, let stroke = KeyStroke.named("1"), let enter = KeyStroke.named("Enter") else { return next.map { gestures + [$0] } }
        let filled = gestures + blanks.flatMap { [Self.click($0)] + Array(repeating: .key(stroke), count: min($0.charactersWanted, Self.charactersMax)) }
        let buttons = clickables.filter { $0.isButton && $0.tag != "label" && !$0.isBlank }
            .sorted { Self.promise($0) > Self.promise($1) }.map(Self.click)
        return ([.key(enter)] + buttons).map { filled + [$0] } + next.filter { !fields.contains($0) }.map { gestures + [$0] }
    }

    private static let fieldsMax = 3
    /// Longest word that is written into a field.
    private static let charactersMax = 20

    /// What a person would try next on the page as it is now: buttons, the usual keys, the picture itself.
    private func candidates(after gestures: [Gesture]) -> [Gesture] {
        let clickables = session.page.clickables().filter(\.canBeClicked)
        let ranked = clickables.sorted { Self.promise($0) > Self.promise($1) }
        var candidates = ranked.filter { !$0.isCovered }.prefix(8).map { Self.click($0) }
        candidates += KeyHints.keys(shownIn: session.page.shownTexts()).filter(keys.contains).prefix(4).map(Gesture.key)
        candidates += ["Enter", " "].compactMap(KeyStroke.named).map(Gesture.key)
        candidates += keys.filter { !["Enter", " "].contains($0.key) }.prefix(gestures.isEmpty ? 14 : 4).map(Gesture.key)
        if let surface = session.page.surfaces().filter({ $0.id != 0 }).max(by: { $0.area < $1.area }) {
            candidates.append(.clickAt(x: surface.pageX + surface.pageWidth / 2, y: surface.pageY + surface.pageHeight / 2))
        }
        candidates += touches(ranked) + ranked.filter(\.isCovered).prefix(4).map(Self.click)
        candidates += ["ArrowDown", "a"].compactMap(KeyStroke.named).map(Gesture.key)
        // A key may lead from screen to screen; a click that is made again meets the same thing.
        var seen = Set(gestures.suffix(1).filter { !$0.isKey })
        return candidates.filter { seen.insert($0).inserted }
    }

    /// What a finger would try on a page that waits for one.
    private func touches(_ clickables: [Page.Clickable]) -> [Gesture] {
        guard !Set(["touchstart", "touchend"]).isDisjoint(with: session.page.listenedEvents()) else { return [] }
        return clickables.filter(\.isButton).prefix(Self.buttonsTouchedMax).map(TouchFinder.tap)
            + [.tapAt(x: session.options.viewportWidth / 2, y: session.options.viewportHeight / 2)]
    }

    /// Some buttons answer a finger only.
    private static let buttonsTouchedMax = 8

    /// Words by which a button that starts a game gives itself away; they only break ties.
    private static let words = ["start", "play", "new", "begin", "go", "restart", "again", "resume", "continue", "ok", "close"]

    /// Words for starting and playing in other languages.
    private static let foreignWords = [
        "开始", "開始", "スタート", "시작", "старт", "начать", "играть", "iniciar", "empezar", "comenzar", "jugar", "começar", "jogar", "démarrer",
        "commencer", "jouer", "spielen", "inizia", "gioca",
    ]

    static func promise(_ clickable: Page.Clickable) -> Double {
        let text = (clickable.text + " " + clickable.id + " " + clickable.className).lowercased()
        let own = words.firstIndex { text.contains($0) }.map { 20 - Double($0) } ?? 0
        let word = max(own, foreignWords.contains(where: text.contains) ? 18 : 0)
        return word + (clickable.tag == "button" ? 5 : 0) + (clickable.tag == "a" ? -5 : 0) + (clickable.tag == "canvas" ? -3 : 0)
    }

    static func click(_ clickable: Page.Clickable) -> Gesture {
        clickable.id.isEmpty
            ? .clickAt(x: clickable.x + clickable.width / 2, y: clickable.y + clickable.height / 2)
            : .click("#" + clickable.id)
    }
}
