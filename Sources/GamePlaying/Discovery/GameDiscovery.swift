import GameReading
import ScriptEngine
import WebPage

/// Finds out all that must be known of a game to play it: how it is started, where its playfield is, what its keys do.
public struct GameDiscovery {
    /// What was found out.
    public struct Result: Sendable {
        public var knowledge: GameKnowledge
        /// What the page recorded while it was loaded and left alone.
        public var loadRecords: [PageRecord]
        /// Whether a piece was seen to fall or to move.
        public var hasStarted: Bool
        /// Whether a script never ended, and when.
        public var hang: PageRecord?
    }

    private let session: GameSession
    private let isWanted: (PageSource) -> Bool

    /// - Parameter isWanted: whether a page is one of the game that is looked for, where a submission's first page has no game and
    ///   leads to others.
    public init(_ session: GameSession, isWanted: @escaping (PageSource) -> Bool = { _ in true }) {
        self.session = session
        self.isWanted = isWanted
    }

    /// Finds out how the game is played; where it is on another page of the submission, to which the first one leads, the session
    /// goes there.
    /// - Parameter progress: told what is tried, for whoever has to say later where a game hung.
    public func run(progress: (String) -> Void = { _ in }) -> Result {
        let (result, way) = explore(progress)
        guard let way, (try? session.turn(to: way.page)) != nil else { return result }
        var there = explore(progress).result
        there.knowledge.approach = way.approach
        session.knowledge.approach = way.approach
        return there
    }

    /// A page that a person would go to for the game, and how, in words.
    private struct Way {
        var page: PageSource
        var approach: String
    }

    private func way(among departures: [StartFinder.Departure]) -> Way? {
        for departure in departures {
            guard let page = session.source.document(at: departure.address) else { continue }
            // What the other documents are made of tells nothing of this one.
            var own = page
            own.files = page.files.filter { page.html.contains($0.key.split(separator: "/").last ?? "") }
            guard isWanted(own) else { continue }
            return Way(page: page, approach: departure.gestures.map(\.description).joined(separator: ", then ") + " to \(page.name)")
        }
        return nil
    }

    /// - Returns: what was found out about the page that is open, and, where no game is on it, the way to another that has one.
    private func explore(_ progress: (String) -> Void) -> (result: Result, elsewhere: Way?) {
        let loaded = load(progress: progress)
        guard loaded.hang == nil else { return (loaded, nil) }
        let loadRecords = loaded.loadRecords
        progress("looking for the way to start")
        let keys = KeyHints.keys(in: session.source)
        var finder = StartFinder(session: session, keys: keys)
        guard let trial = finder.find(), let found = trial.field else {
            let elsewhere = session.isHung ? nil : way(among: finder.departures)
            let isUnseen = !session.isHung && elsewhere == nil && playUnseen(keys, progress)
            let hang = isUnseen ? nil : session.page.hang
            return (Result(knowledge: session.knowledge, loadRecords: loadRecords, hasStarted: isUnseen, hang: hang), elsewhere)
        }
        begin(with: found, trial)
        progress("finding out what the keys do")
        var others = findControls(keys, elsewhere: clickForFocus)
        var watched = trial
        if ControlFinder.isIdle(session.knowledge.controls), let rival = rivalThatAnswers(keys, trial) { (watched, others) = rival }
        if ControlFinder.isIdle(session.knowledge.controls) { others = takeOver(keys) ?? others }
        if ControlFinder.isIdle(session.knowledge.controls), let settled = startWhenSettled(keys) { (watched, others) = settled }
        if let trimmed = FieldTrimmer(session: session).trimmed(), trimmed != session.knowledge.field {
            adopt(trimmed, watched)
        }
        session.knowledge.controls = SideControlFinder(session).find(keys: others)
        return (Result(knowledge: session.knowledge, loadRecords: loadRecords, hasStarted: true, hang: nil), nil)
    }

    /// Takes over how the game is started and where its field is.
    private func begin(with found: FieldFinder.Candidate, _ trial: StartFinder.Trial) {
        session.knowledge.start = trial.gestures
        session.knowledge.settlingMilliseconds = trial.settlingMilliseconds
        session.knowledge.countdownMilliseconds = trial.countdownMilliseconds
        session.knowledge.render = found.field.surface == 0 ? "dom" : "canvas"
        adopt(found.field, trial)
    }

    /// Finds the start anew once something has come up on the page by itself that keeps the keys from the game.
    /// - Returns: the trial and the keys that move nothing; nil where nothing comes up, or the keys do nothing then either.
    private func startWhenSettled(_ keys: [KeyStroke]) -> (StartFinder.Trial, [KeyStroke])? {
        var finder = StartFinder(session: session, keys: keys)
        guard finder.bringsUpMore(), let trial = finder.findWhenSettled(), let found = trial.field, found.falls > 0 else { return nil }
        let known = session.knowledge
        begin(with: found, trial)
        let others = findControls(keys)
        if !ControlFinder.isIdle(session.knowledge.controls) { return (trial, others) }
        session.knowledge = known
        return nil
    }

    /// Finds out what the keys do in a game that runs and draws nothing, by what its variables hold.
    private func playUnseen(_ keys: [KeyStroke], _ progress: (String) -> Void) -> Bool {
        progress("looking for a game that is not to be seen")
        guard let game = UnseenGameFinder(session: session, keys: keys).find() else { return false }
        let surface = session.page.surfaces().last ?? Surface(id: 0, width: 0, height: 0, pageX: 0, pageY: 0, pageWidth: 0, pageHeight: 0)
        session.knowledge.start = game.gestures
        session.knowledge.unseen = game.field
        session.knowledge.render = surface.id == 0 ? "dom" : "canvas"
        session.knowledge.field = FieldGeometry(
            surface: surface.id, x: 0, y: 0, cellWidth: surface.width / Double(game.field.columns),
            cellHeight: surface.height / Double(game.field.rows), columns: game.field.columns, rows: game.field.rows)
        let empty = FieldImage(columns: game.field.columns, rows: game.field.rows, filled: [])
        session.knowledge.palette = FieldPalette(learningFrom: [empty])
        session.knowledge.ghost = .none
        progress("finding out what the keys do")
        let others = findControls(keys, elsewhere: nil)
        session.knowledge.controls = SideControlFinder(session).find(keys: others)
        return true
    }

    /// Another field of the page in which keys move a piece, where they don't in the one that was found: the trial with that
    /// field in its place, and the keys that move nothing.
    private func rivalThatAnswers(_ keys: [KeyStroke], _ trial: StartFinder.Trial) -> (StartFinder.Trial, [KeyStroke])? {
        let known = session.knowledge
        for rival in trial.rivals {
            var other = trial
            (other.field, other.pictures) = (rival.field, rival.pictures)
            adopt(rival.field.field, other)
            let others = findControls(keys)
            if !ControlFinder.isIdle(session.knowledge.controls) { return (other, others) }
        }
        session.knowledge = known
        return nil
    }

    /// Finds the button by which a game that plays by itself is handed over to the person at it.
    /// - Returns: keys that move nothing; nil where no such button gives the keys to a player.
    private func takeOver(_ keys: [KeyStroke]) -> [KeyStroke]? {
        guard (try? session.reopen()) != nil else { return nil }
        session.advance(frames: 6)
        session.start()
        let known = session.knowledge
        let buttons = session.page.clickables().filter(\.canBeClicked)
        guard let button = buttons.first(where: Self.handsOver).map(StartFinder.click) else { return nil }
        // The piece that is on its way is still the machine's: another game may have to be begun.
        let restarts = buttons.map(StartFinder.click).filter { $0 != button }.prefix(Self.restartsMax)
        for gestures in [[button]] + restarts.map({ [button, $0] }) {
            session.knowledge.start = known.start + gestures
            let others = findControls(keys)
            if !ControlFinder.isIdle(session.knowledge.controls) { return others }
        }
        session.knowledge = known
        return nil
    }

    private static let restartsMax = 3

    /// Words on buttons that tell who plays.
    private static let playerWords: Set = ["ai", "auto", "autoplay", "autopilot", "bot", "computer", "cpu", "demo", "human", "manual"]

    private static func handsOver(_ button: Page.Clickable) -> Bool {
        let words = "\(button.text) \(button.id)".lowercased().split { !$0.isLetter }.map(String.init)
        return !playerWords.isDisjoint(with: words)
    }

    /// Loads the page and finds out nothing: enough where nobody plays.
    public func load(progress: (String) -> Void = { _ in }) -> Result {
        progress("loading the page")
        session.advance(frames: 6)
        return Result(knowledge: GameKnowledge(), loadRecords: session.collectRecords(), hasStarted: false, hang: session.page.hang)
    }

    private func adopt(_ field: FieldGeometry, _ trial: StartFinder.Trial) {
        var field = field
        if field.surface == 0, field.anchor == nil { field.anchor = trial.pictures.last.flatMap { FieldAnchor(of: field, in: $0) } }
        session.knowledge.field = field
        let images = trial.pictures.map { FieldImage(of: $0, in: field.surface == 0 ? field.following($0) : field) }
        session.knowledge.palette = FieldPalette(learningFrom: images, isFramed: trial.field?.isFramed ?? true)
        if let backdrop = session.page.backdrop(ofSurface: field.lower.first ?? field.surface) { session.knowledge.palette.takeForGround(backdrop) }
        session.knowledge.ghost = showsTwinGhost(images) ? .twin : lacksGhost(images) ? .none : .other
    }

    /// A click on the playfield, for a page that speaks of the focus of keys.
    private var clickForFocus: Gesture? {
        guard KeyHints.speaksOfFocus(in: session.source), let field = session.knowledge.field,
            let surface = session.page.surfaces().first(where: { $0.id == field.surface && $0.id != 0 })
        else { return nil }
        return .clickAt(x: surface.pageX + surface.pageWidth / 2, y: surface.pageY + surface.pageHeight / 2)
    }

    /// Finds out what the keys do; where they do nothing, after one more gesture that may give them to the game.
    /// - Returns: keys that move nothing.
    private func findControls(_ keys: [KeyStroke], elsewhere click: Gesture?) -> [KeyStroke] {
        let others = findControls(keys)
        guard let click, ControlFinder.isIdle(session.knowledge.controls), session.knowledge.start.last != click else { return others }
        session.knowledge.start.append(click)
        let othersThen = findControls(keys)
        guard ControlFinder.isIdle(session.knowledge.controls) else { return othersThen }
        session.knowledge.start.removeLast()
        return others
    }

    /// - Returns: keys that move nothing.
    private func findControls(_ keys: [KeyStroke]) -> [KeyStroke] {
        let own = session.options
        let reference = tellingReference()
        defer { session.use(own) }
        session.knowledge.gravityMs = reference.gravityMs
        session.knowledge.firstPieceMs = reference.firstWholeFrame.map { Double($0) * session.options.frameInterval }
        let trial = session.options
        var finder = ControlFinder(session: session, reference: reference)
        var (controls, others) = finder.find(keys: keys)
        if ControlFinder.isIdle(controls) {
            let patient = finder.patient()
            let found = patient.find(keys: keys)
            if !ControlFinder.isIdle(found.controls) { (finder, controls, others) = (patient, found.controls, found.others) }
        }
        if controls.rotate == nil {
            let other = self.reference(from: own) { $0.kind != reference.firstPiece?.kind }
            controls = turns(of: other ?? reference, keys, controls)
        }
        session.use(trial)
        // Who has keys for the sides and finds one of them dead looks neither for a button nor for a finger's way.
        let hasKeys = KeyHints.namesSides(in: session.source)
        if !hasKeys || ControlFinder.isIdle(controls) { controls = finder.completed(controls) }
        session.knowledge.touch = TouchFinder(session, finder).find()
        if let touch = session.knowledge.touch, !hasKeys { controls = controls.completed(by: touch) }
        session.knowledge.controls = finder.calibrated(controls)
        return others
    }

    /// Whether the first piece was seen alone in the upper half of the field, several times and never with anything else.
    private func lacksGhost(_ images: [FieldImage]) -> Bool {
        let seen = images.map { Observation(time: 0, image: $0, palette: session.knowledge.palette).occupied }.filter { !$0.isEmpty }
        guard seen.allSatisfy({ $0.count <= PieceFinder.cellsMax && Piece($0.cells)?.isConnected == true }) else { return false }
        return seen.count { $0.count >= 3 && $0.top < $0.rows / 2 } >= 3
    }

    /// Whether the first piece of the game has a ghost of its own look. Nothing has come to rest by then, so that two
    /// equal forms can only be a piece and its ghost.
    private func showsTwinGhost(_ images: [FieldImage]) -> Bool {
        guard let first = images.first(where: { image in
            Observation(time: 0, image: image, palette: session.knowledge.palette).occupied.count >= 8
        }) else { return false }
        let observation = Observation(time: 0, image: first, palette: session.knowledge.palette)
        let empty = CellMask(columns: first.columns, rows: first.rows)
        guard let piece = PieceFinder.aboveTwin(observation.occupied, empty) else { return false }
        return Set(observation.occupied.cells.map { first[$0] }).count == 1 && piece.cells.count >= 3
    }

    /// Games of other seeds are tried when the first piece looks the same after a quarter turn.
    private static let seedsMax: UInt64 = 8

    /// Some games turn all pieces but one: a key that turns nothing is tried on a piece of another kind. Others show what a
    /// turn did only when the piece falls next.
    private func turns(of reference: ReferenceRun, _ keys: [KeyStroke], _ known: Controls) -> Controls {
        let finder = ControlFinder(session: session, reference: reference)
        let patient = finder.patient()
        var controls = known
        let found = patient.find(keys: keys).controls
        controls.rotate = found.rotate
        controls.rotateBack = found.rotateBack
        guard let rotate = found.rotate else { return known }
        if ![.turnRight, .turnLeft].contains(finder.effect(of: rotate)) { controls.answerFrames = patient.patience }
        return controls
    }

    /// A game in which nothing is pressed, of the first seed that deals a piece whose turns can be seen.
    private func tellingReference() -> ReferenceRun {
        reference(from: session.options) { _ in true } ?? ReferenceRun(session)
    }

    /// A game of the first seed whose first piece can be turned and is wanted; the session goes on with that seed, or with
    /// the one it had where there is none.
    private func reference(from own: PageOptions, where isWanted: (Piece) -> Bool) -> ReferenceRun? {
        let before = session.options
        for step in 0..<Self.seedsMax {
            var options = own
            options.seed = own.seed &+ step
            session.use(options)
            let reference = ReferenceRun(session)
            if let piece = reference.firstPiece, piece.shape != piece.shape.turnedRight, isWanted(piece) { return reference }
        }
        session.use(before)
        return nil
    }
}
