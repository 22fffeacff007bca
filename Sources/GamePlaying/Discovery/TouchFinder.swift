import GameReading
import WebPage

/// Finds out by trying what a finger does: taps on what can be pressed, swipes and taps on the playfield.
struct TouchFinder {
    private let session: GameSession
    private let finder: ControlFinder
    /// Types of events that tell a page of a finger, apart from the click that a tap ends with.
    private static let touchTypes: Set<String> = [
        "touchstart", "touchmove", "touchend", "pointerdown", "pointermove", "pointerup",
    ]
    /// With fewer buttons nobody can steer a piece.
    private static let buttonsMin = 3
    private static let buttonsMax = 12
    /// How far swipes go, in CSS pixels: first as far as most games want it, then further where nothing happened, or less far
    /// where a piece went more than one column.
    private static let swipePixels = 48.0, farPixels = 110.0, nearPixels = 26.0

    init(_ session: GameSession, _ finder: ControlFinder) {
        self.session = session
        self.finder = finder
    }

    /// - Returns: what was found; nil when the page asks for no touch, and has no buttons to steer with.
    func find() -> Controls? {
        guard finder.stand() else { return nil }
        let listensToTouch = !Self.touchTypes.isDisjoint(with: session.page.listenedEvents())
        let buttons = session.page.clickables().filter(\.isButton).prefix(Self.buttonsMax).map(Self.tap)
            .filter { !isStart($0) }
        guard listensToTouch || buttons.count >= Self.buttonsMin else { return nil }
        var controls = Controls()
        if buttons.count >= Self.buttonsMin { tryAll(buttons, &controls) }
        guard listensToTouch, let middle = middleOfField(), [controls.left, controls.right, controls.rotate].contains(nil) else { return controls }
        tryAll(swipes(from: middle, Self.swipePixels) + taps(around: middle), &controls)
        if controls.left == nil || controls.right == nil { tryAll(swipes(from: middle, Self.farPixels), &controls) }
        return controls
    }

    private func tryAll(_ gestures: [Gesture], _ controls: inout Controls) {
        var rest = gestures
        while let found = finder.firstEffect(of: rest) {
            let gesture = rest[found.index]
            if case .shift(let columns) = found.effect, abs(columns) > 1, let shorter = shorter(gesture) {
                // A finger that drags the piece along takes it as far as it goes.
                if case .shift(let columns) = finder.effect(of: shorter) { finder.assign(shorter, .shift(columns), &controls) }
            }
            finder.assign(gesture, found.effect, &controls)
            rest.removeFirst(found.index + 1)
        }
    }

    private func shorter(_ gesture: Gesture) -> Gesture? {
        guard case .swipe(let x, let y, let right, let down) = gesture else { return nil }
        let share = Self.nearPixels / max(abs(right), abs(down))
        return .swipe(x: x, y: y, right: right * share, down: down * share)
    }

    private func swipes(from start: Page.Point, _ pixels: Double) -> [Gesture] {
        [(-pixels, 0), (pixels, 0), (0, -pixels), (0, pixels)].map { .swipe(x: start.x, y: start.y, right: $0.0, down: $0.1) }
    }

    /// Taps on the playfield: its middle, and both sides.
    private func taps(around middle: Page.Point) -> [Gesture] {
        let side = (session.knowledge.field.map { scaled($0).width } ?? 0) * 0.4
        return [0, -side, side].map { .tapAt(x: middle.x + $0, y: middle.y) }
    }

    /// Whether a button is one of those that start the game.
    private func isStart(_ tap: Gesture) -> Bool {
        session.knowledge.start.contains { start in
            switch (start, tap) {
            case (.click(let clicked), .tap(let tapped)): clicked == tapped
            case (.clickAt(let x, let y), .tapAt(let tapX, let tapY)): x == tapX && y == tapY
            default: start == tap
            }
        }
    }

    static func tap(_ clickable: Page.Clickable) -> Gesture {
        clickable.id.isEmpty
            ? .tapAt(x: clickable.x + clickable.width / 2, y: clickable.y + clickable.height / 2)
            : .tap("#" + clickable.id)
    }

    private func middleOfField() -> Page.Point? {
        session.knowledge.field.map { field in
            let box = scaled(field)
            return Page.Point(x: box.x + box.width / 2, y: box.y + box.height / 2)
        }
    }

    /// The playfield in the viewport.
    private func scaled(_ field: FieldGeometry) -> (x: Double, y: Double, width: Double, height: Double) {
        let (width, height) = (Double(field.columns) * field.cellWidth, Double(field.rows) * field.cellHeight)
        guard field.surface != 0, let surface = session.page.surfaces().first(where: { $0.id == field.surface }), surface.width > 0, surface.height > 0
        else { return (field.x, field.y, width, height) }
        let (right, down) = (surface.pageWidth / surface.width, surface.pageHeight / surface.height)
        return (surface.pageX + field.x * right, surface.pageY + field.y * down, width * right, height * down)
    }
}
