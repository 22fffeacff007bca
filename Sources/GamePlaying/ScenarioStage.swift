/// A game and the person at it, as the steps of a scenario see them.
///
/// A control is one of `left`, `right`, `rotate`, `rotateBack`, `soft`, `hard`, `hold`, `pause`, `restart` (the key
/// that was found to do this), or the `key` of a keyboard event as `ArrowLeft`.
public protocol ScenarioStage: AnyObject {
    /// Virtual milliseconds since the page was opened.
    var now: Double { get }
    /// Tells the sessions of the stage apart: another number each time that the page was opened anew.
    var sessionNumber: Int { get }

    /// Opens the page anew and makes the start gesture that was found.
    func start() throws(StageFailure)
    /// The same under other conditions than the session's own.
    func start(_ conditions: StartConditions) throws(StageFailure)
    /// Opens the page anew and touches nothing.
    func load(_ conditions: StartConditions) throws(StageFailure)

    func press(_ control: String, times: Int) throws(StageFailure)
    /// Keeps a key down for so long, with the key repeat of a desktop, and lets it go.
    func hold(_ control: String, milliseconds: Double) throws(StageFailure)
    /// Puts a key down until `release`.
    func hold(_ control: String) throws(StageFailure)
    func release(_ control: String) throws(StageFailure)
    func click(_ selector: String) throws(StageFailure)
    func advance(milliseconds: Double) throws(StageFailure)
    func advance(frames: Int) throws(StageFailure)
    /// Lets time pass in which the page comes to nothing.
    func stall(milliseconds: Double) throws(StageFailure)

    /// Plays towards a goal.
    /// - Returns: the play log as JSON, which expectations know as `play`.
    func play(_ goal: PlayGoal) throws(StageFailure) -> String

    /// What the game is like now.
    /// - Parameter measuringHeap: whether `page.heapBytes` is wanted, which costs a whole collection of garbage.
    func reading(measuringHeap: Bool) -> ReadingText
    /// The playfield as text.
    func picture() -> String
}

extension ScenarioStage {
    /// The reading as JSON, without the heap's size.
    public func readingJSON() -> String { reading(measuringHeap: false).json }

    public var sessionNumber: Int { 0 }

    public func start(_ conditions: StartConditions) throws(StageFailure) {
        guard conditions == StartConditions() else {
            throw StageFailure(.unsupported, "this stage can't change the seed or the frame rate")
        }
        try start()
    }

    public func load(_ conditions: StartConditions) throws(StageFailure) {
        throw StageFailure(.unsupported, "this stage can't open the page without starting the game")
    }

    public func hold(_ control: String) throws(StageFailure) {
        throw StageFailure(.unsupported, "this stage can't keep a key down")
    }

    public func release(_ control: String) throws(StageFailure) {
        throw StageFailure(.unsupported, "this stage can't keep a key down")
    }

    public func stall(milliseconds: Double) throws(StageFailure) {
        throw StageFailure(.unsupported, "this stage can't let the page stall")
    }
}
