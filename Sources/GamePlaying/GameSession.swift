import GameReading
import ScriptEngine
import WebPage

/// A game that is being played: a page, and what is known of its playfield and controls.
public final class GameSession {
    public private(set) var source: PageSource
    public let browser: Browser
    public private(set) var options: PageOptions
    public private(set) var page: Page
    /// How often the page was opened anew: tells the session's pages apart, where one may lie in memory where another did.
    private(set) var pageNumber = 0
    /// Looks mean the same on every page that the session opens.
    public let looks: PaintedLooks
    /// What discovery found; nil fields are not known.
    public var knowledge: GameKnowledge {
        didSet { seen = nil }
    }
    /// All that the page has recorded since it was opened.
    public private(set) var records: [PageRecord] = []
    /// Uncaught errors of all pages that the session has opened, the first ones.
    public private(set) var faults: [PageRecord] = []
    private static let faultsMax = 20
    /// What was done to the page since it was opened.
    public private(set) var inputs: [InputEvent] = []
    /// The worst that a gesture did to any of the pages that the session opened; nil while all were answered in time.
    public private(set) var worstFreeze: PageFreeze?
    /// Whether the game on the page is over: what its keys do then is no part of it.
    var isOver = false
    /// Whether one of these pages never answered again.
    private var hasHung = false
    /// Processor seconds for a callback of a page that has hung before: enough to tell, without waiting long each time.
    private static let callSecondsAfterHang = 0.25
    /// What was seen last, good for as long as nothing else is painted.
    private var seen: (version: Double?, field: FieldGeometry, boxes: [PaintedBox], observation: Observation)?
    /// Whether cells may pass from one look to another, and since when some have been doing so.
    private lazy var mayFade = KeyHints.speaksOfTransitions(in: source)
    private var fadingSince: Double?
    /// Where one cell after another is on its way for longer than this, they are seen so.
    private static let fadeMillisecondsMax = 300.0
    private var effort = PageEffort()
    /// Processor seconds that the callbacks of the session's pages take for a virtual one.
    public var slowness: Double { effort.slowness(now: now) }
    /// Processor seconds that loading pages and their callbacks have taken, with what the simulated browser does in them.
    public var callbackSeconds: Double { effort.seconds }
    /// Called some times a second while the pages' callbacks come to their ends, for whoever watches for hangs.
    public var onPulse: ((GameSession) -> Void)?
    /// Called after every frame, for whoever records the session.
    public var onFrame: ((GameSession) -> Void)?

    /// Opens the page.
    /// - Parameter looks: those of another session, if the two are to share what they know.
    public init(
        _ source: PageSource, options: PageOptions = PageOptions(), browser: Browser, knowledge: GameKnowledge = GameKnowledge(),
        looks: PaintedLooks = PaintedLooks()
    ) throws(ScriptError) {
        self.looks = looks
        self.source = source
        self.options = options
        self.browser = browser
        self.knowledge = knowledge
        page = try Page(source, options: options, browser: browser, looks: looks)
        page.load()
    }

    /// Opens the page anew, so that nothing is left of what was done before.
    public func reopen(options: PageOptions? = nil) throws(ScriptError) {
        self.options = options ?? self.options
        if isHung { hasHung = true }
        effort.closePage(at: now)
        if !isHung { collectRecords() }
        records = []
        inputs = []
        isOver = false
        seen = nil
        fadingSince = nil
        var options = self.options
        if hasHung { options.callSeconds = min(options.callSeconds, Self.callSecondsAfterHang) }
        page = try Page(source, options: options, browser: browser, looks: looks)
        pageNumber += 1
        run { page.load() }
    }

    /// Opens another page instead, as a link to it does; what was found out about the last one is forgotten.
    func turn(to next: PageSource) throws(ScriptError) {
        source = next
        mayFade = KeyHints.speaksOfTransitions(in: next)
        knowledge = GameKnowledge()
        try reopen()
    }

    /// Loads the page again as a person does: what it has stored is still there.
    public func reload() throws(ScriptError) {
        var options = options
        options.storage = page.stored().items
        try reopen(options: options)
    }

    /// Has the page run callbacks and takes note of how long they took.
    private func run(_ body: () -> Void) {
        let start = PageEffort.clock
        body()
        if effort.add(since: start), !isHung { onPulse?(self) }
    }

    /// Tells whoever watches for hangs that the page goes on, while it is looked at for long.
    func tellAlive() {
        if effort.isPulseDue(), !isHung { onPulse?(self) }
    }

    /// Makes ready for going on in a copy of the process.
    func beginInCopy() {
        effort.enterCopy()
    }

    /// Counts what a copy of the session did as done by it.
    func noteEffort(ofCopy seconds: Double, milliseconds: Double) {
        effort.add(seconds: seconds, milliseconds: milliseconds)
    }

    /// Opens pages with other options from now on.
    public func use(_ options: PageOptions) {
        self.options = options
    }

    public var now: Double { page.now }

    /// Whether a script of the page never came to its end.
    public var isHung: Bool { page.hang != nil }

    /// Takes the page's new records over and returns all of them.
    @discardableResult
    public func collectRecords() -> [PageRecord] {
        let new = page.drainRecords()
        records += new
        faults += new.filter { $0.kind == .error || $0.kind == .rejection }.prefix(Self.faultsMax - faults.count)
        return records
    }

    // MARK: Time and input

    public func advance(frames: Int) {
        for _ in 0..<frames {
            guard !isHung else { return }
            run { page.advance(frames: 1) }
            onFrame?(self)
        }
    }

    public func advance(milliseconds: Double) {
        let end = now + milliseconds
        while !isHung, let next = page.nextFrameTime, next <= end + Self.timeTolerance { advance(frames: 1) }
        guard now < end else { return }
        run { page.advance(to: end) }
    }

    /// Sums of frame intervals differ from round times by a rounding error: a frame that is due at the end belongs to
    /// the time before it.
    public static let timeTolerance = 1e-6

    /// Lets time pass in which the page comes to nothing; what came due meanwhile runs once.
    public func stall(milliseconds: Double) {
        note(.stall(milliseconds: milliseconds))
        run { page.stall(milliseconds: milliseconds) }
    }

    /// Makes a gesture as a person does: a key goes down and up again after some frames.
    public func make(_ gesture: Gesture, holdFrames: Int = 4, gapFrames: Int = 2) {
        switch gesture {
        case .key(let stroke):
            key(down: true, stroke)
            advance(frames: holdFrames)
            key(down: false, stroke)
        case .click(let selector):
            note(.click(selector))
            watchFreeze(after: gesture) { page.click(selector: selector) }
        case .clickAt(let x, let y):
            note(.clickAt(x: x, y: y))
            watchFreeze(after: gesture) { page.click(x: x, y: y) }
        case .tap(let selector):
            if let middle = page.middle(ofSelector: selector) { slide(from: middle, right: 0, down: 0, frames: holdFrames) }
        case .tapAt(let x, let y): slide(from: Page.Point(x: x, y: y), right: 0, down: 0, frames: holdFrames)
        case .swipe(let x, let y, let right, let down):
            slide(from: Page.Point(x: x, y: y), right: right, down: down, frames: max(holdFrames, Self.swipeFrames))
        }
        advance(frames: gapFrames)
    }

    /// Presses a key down or lets it go.
    public func key(down: Bool, _ stroke: KeyStroke, isRepeat: Bool = false) {
        note(down ? .keyDown(stroke, isRepeat: isRepeat) : .keyUp(stroke))
        watchFreeze(after: .key(stroke)) { page.key(down: down, stroke, isRepeat: isRepeat) }
    }

    /// Takes note of what is done to the page, unless it never answers again.
    func note(_ action: InputEvent.Action) {
        if !isHung { inputs.append(InputEvent(time: now, action: action)) }
    }

    /// The clock stands still while a page handles a gesture, unless a handler waits for it to move on.
    func watchFreeze(after gesture: Gesture, _ perform: () -> Void) {
        guard !isHung else { return }
        let start = now
        run(perform)
        let end = now
        guard isHung || end - start >= PageFreeze.leastMilliseconds else { return }
        guard !isOver || !knowledge.controls.steering.contains(gesture) else { return }
        let freeze = PageFreeze(gesture: gesture, time: start, milliseconds: isHung ? nil : end - start)
        if freeze.isWorse(than: worstFreeze) { worstFreeze = freeze }
    }

    /// Keeps a key down with the repeat of a desktop: the first after 500 ms, the next every 33 ms.
    public func hold(_ gesture: Gesture, milliseconds: Double) {
        guard case .key(let stroke) = gesture else { return holdPointer(gesture, milliseconds: milliseconds) }
        key(down: true, stroke)
        let end = now + milliseconds
        var nextRepeat = now + 500
        while nextRepeat < end, !isHung {
            advance(milliseconds: nextRepeat - now)
            key(down: true, stroke, isRepeat: true)
            nextRepeat += 33
        }
        advance(milliseconds: max(end - now, 0))
        key(down: false, stroke)
    }

    /// Makes the gestures that start the game.
    public func start() {
        advance(milliseconds: knowledge.settlingMilliseconds)
        for gesture in knowledge.start {
            make(gesture)
            advance(frames: 6)
        }
        advance(milliseconds: knowledge.countdownMilliseconds)
    }

    // MARK: Seeing

    /// What the playfield looks like now, or would if anything of it were drawn; nil when it isn't known where it is.
    public func observe() -> Observation? {
        guard let field = knowledge.field else { return nil }
        defer { tellAlive() }
        if let unseen = knowledge.unseen {
            return unseen.filled(on: page).map { filled in
                let image = FieldImage(columns: unseen.columns, rows: unseen.rows, filled: filled)
                return Observation(time: now, image: image, palette: knowledge.palette)
            }
        }
        if let settled = lookBeforeFading(field) { return settled }
        // One surface tells by itself that nothing was painted on it; boxes of several are put together for each question.
        let version = field.lower.isEmpty ? nil : page.paintVersion(ofSurface: field.surface, over: field.lower)
        let known = seen.flatMap { $0.field == field ? $0 : nil }
        let isKnown = version != nil && known?.version == version
        let boxes = (isKnown ? known?.boxes : nil) ?? page.boxes(ofSurface: field.surface, over: field.lower)
        // Many games paint the same picture again in every frame.
        if var known, known.boxes == boxes {
            known.version = version
            known.observation.time = now
            seen = known
            return known.observation
        }
        // The document's layout can move the field; a canvas keeps it where it is.
        let image = FieldImage(of: boxes, in: field.surface == 0 ? field.following(boxes) : field)
        let observation = Observation(time: now, image: image, palette: knowledge.palette)
        seen = (version, field, boxes, observation)
        return observation
    }

    /// Whether what was seen last is what there was before cells began to fade or to glide, so that an answer is still to come.
    var awaitsCells: Bool { fadingSince.map { now - $0 < Self.fadeMillisecondsMax } ?? false }

    /// What was seen last, while cells fade or glide: to a person they are what they are on their way to, and that is seen once they
    /// are there. Nil while nothing does.
    private func lookBeforeFading(_ field: FieldGeometry) -> Observation? {
        guard field.surface == 0, mayFade, let known = seen, known.field == field, page.isFading(field) else {
            fadingSince = nil
            return nil
        }
        let since = fadingSince ?? now
        fadingSince = since
        guard now - since < Self.fadeMillisecondsMax, now - known.observation.time < Self.fadeMillisecondsMax else { return nil }
        var observation = known.observation
        observation.time = now
        return observation
    }

    /// A tracker for the playfield as it is at the start; nil when it isn't known where it is.
    public func newTracker() -> FieldTracker? {
        knowledge.field.map { FieldTracker(columns: $0.columns, rows: $0.rows, ghost: knowledge.ghost) }
    }

    /// A finder of pieces that knows what is known of the game's ghost.
    func newFinder() -> PieceFinder {
        var finder = PieceFinder()
        finder.ghost = knowledge.ghost
        return finder
    }
}
