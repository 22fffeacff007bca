import Foundation
import ScriptEngine
import ScriptSyntax

/// One page, loaded into a context of its own, with its clock.
///
/// Swift drives the page's event loop one callback at a time, because the engine runs promise jobs when a call from
/// outside returns (the microtask checkpoint of HTML, section 8.1.7.3).
public final class Page {
    /// The name under which instrumented scripts find the host; scripts of the page can't enumerate it.
    static let exposeHook = "__scope_1f7c2b"

    public let source: PageSource
    public let options: PageOptions
    public let browser: Browser
    public let context: ScriptContext
    /// The prelude's object for the host.
    public private(set) var prelude: ScriptValue
    /// Why the page stands still for good, once a script ran longer than it may.
    public private(set) var hang: PageRecord?

    /// The script elements that have begun to run, in that order, those that don't parse among them.
    public internal(set) var scripts: [LocatedScript] = []
    /// Addresses of the modules that the page's registry knows.
    var definedModules: Set<String> = []
    var hasModuleRegistry = false
    /// Texts of the classic scripts that have begun to run.
    var classicScripts: [String] = []
    /// How many of them have handed over what they keep at their top level.
    var exposedScripts = 0
    /// The prelude's last answer to each question, so that the same is not asked twice, nor the same text decoded.
    var answers: [String: PageAnswer] = [:]
    /// What later stages keep about the page, by names of their own; gone with it.
    public var notes: [String: Any] = [:]
    /// What the prelude is told of keys, made once for each: players press the same few all the time.
    var keyArguments: [KeyAction: [ScriptValue]] = [:]
    /// Functions of the prelude's object that were asked for, by name.
    private var functions: [String: ScriptValue] = [:]
    private var step: ScriptValue
    private(set) var clock: PageClock
    var canvasHeads: CanvasHeads
    /// What the prelude's `stamp` answers.
    var stampCells: SharedNumbers
    var lookSigns: LookSigns
    var knownStamp: KnownStamp?
    private(set) var nextPendingScript: ScriptValue
    private var hostRecords: [PageRecord] = []
    /// Records of the host's own that nobody has drained yet.
    var hostRecordCount: Int { hostRecords.count }
    /// The looks of everything that the page has painted.
    public let looks: PaintedLooks
    /// What has been drawn of each canvas, which goes on where it was; made when somebody asks for pixels.
    var renderers = CanvasRenderers()
    let pictures = CanvasPictures()
    /// The fonts that the page brought along.
    var fonts = FontBook()
    /// The document's boxes when they were read last, and the version of its painting then.
    var paintedDocument: (moment: PageMoment, version: Double, boxes: [PaintedBox])?
    /// The canvases' recordings as they were read last.
    var readRecordings: [Int: ReadRecording] = [:]
    /// What follows each canvas's recording for its boxes.
    var boxReaders: [Int: CanvasBoxes] = [:]
    /// Looks of the document's boxes by the prelude's numbers for them.
    var documentLooks: [Int32] = []

    /// Makes the page's global object; ``load()`` then runs its document.
    /// - Parameter looks: shared by pages whose boxes are to be compared.
    public init(
        _ source: PageSource, options: PageOptions = PageOptions(), browser: Browser, looks: PaintedLooks = PaintedLooks()
    ) throws(ScriptError) {
        self.source = source
        self.looks = looks
        self.options = options
        self.browser = browser
        let engine = browser.engineForNewPage()
        context = engine.makeContext()
        context.machine.limitCalls(toSeconds: nil)
        prelude = context.undefined
        step = context.undefined
        clock = PageClock(context.undefined)
        canvasHeads = CanvasHeads(context.undefined)
        stampCells = SharedNumbers(context.undefined)
        lookSigns = LookSigns(context.undefined)
        nextPendingScript = context.undefined
        prelude = try engine.prelude(for: options, host: hostObject(), settings: settings(), in: context)
        try declareExposeHook()
        step = prelude["step"]
        clock = PageClock(prelude["clock"])
        canvasHeads = CanvasHeads(prelude)
        stampCells = SharedNumbers(prelude["stampCells"])
        lookSigns = LookSigns(prelude["lookCells"])
        nextPendingScript = prelude["nextPendingScript"]
        let page = prelude
        context.onUnhandledRejection(context.function { [unowned page] context, arguments in
            try page["rejected"].call(with: arguments)
        })
        restoreStorage()
        context.machine.limitCalls(toSeconds: options.callSeconds)
    }

    private func settings() -> ScriptValue {
        context.object([
            "seed": context.value(Double(options.seed)), "frameInterval": context.value(options.frameInterval),
            "viewportWidth": context.value(options.viewportWidth), "viewportHeight": context.value(options.viewportHeight),
            "startTime": context.value(options.startTime), "language": context.value("en-US"),
            "url": context.value(PageSource.base + source.name), "exposeHook": context.value(Self.exposeHook),
        ])
    }

    /// A function of the prelude's object, which is looked up once a page.
    func preludeFunction(_ name: String) -> ScriptValue {
        if let known = functions[name] { return known }
        let function = prelude[name]
        functions[name] = function
        return function
    }

    // MARK: Clock

    /// Virtual time in milliseconds since the page began to load.
    public var now: Double { clock.now }

    /// How many animation frames have been.
    public var frameCount: Int { clock.frameCount }

    /// Runs the page until its clock shows `time`.
    public func advance(to time: Double) {
        while hang == nil {
            guard runStep(until: time) else { return }
        }
    }

    /// Runs the page for so many milliseconds.
    public func advance(milliseconds: Double) {
        advance(to: now + milliseconds)
    }

    /// What the page is at now, for whoever asks whether it is as it was.
    var moment: PageMoment { PageMoment(turns: context.turns, animatedAt: clock.hasAnimations ? now : nil) }

    /// When the next animation frame is due; nil when the page stands still.
    public var nextFrameTime: Double? { hang == nil ? clock.nextFrameTime : nil }

    /// Runs the page to the end of the so-many-th animation frame from now.
    public func advance(frames: Int) {
        for _ in 0..<frames {
            guard let next = nextFrameTime else { return }
            advance(to: next)
        }
    }

    /// Runs what is due now, without letting time pass.
    func settle() {
        advance(to: now)
    }

    /// What the prelude's `step` answers, but for "nothing was due".
    private static let hasRun = 1.0, hasPendingScripts = 2.0, hasRunLast = 3.0

    /// Runs one callback that is due by `time`, or the scripts that the one before has inserted; false when nothing
    /// more is to be run.
    private func runStep(until time: Double) -> Bool {
        let turns = context.turns
        do {
            switch try step.callNumber(time) {
            case Self.hasRun: break
            case Self.hasRunLast: return hang == nil && clock.hasQueued
            case Self.hasPendingScripts: runPendingScripts()
            default:
                context.discountCalls(since: turns)
                return false
            }
            return hang == nil
        } catch {
            report(error)
            return hang == nil
        }
    }

    // MARK: Errors

    /// Takes note of what stopped a script: the time limit stops the page, an exception goes to its error handlers.
    /// - Parameters:
    ///   - line: where it stands in the submission, if the host knows it better than the exception.
    ///   - isParseError: whether a script of the page could not be parsed, so that none of it ran.
    func report(_ error: ScriptError, line: Int? = nil, column: Int? = nil, isParseError: Bool = false) {
        if error.cause == .timeLimit { return standStill(because: "a script ran longer than \(options.callSeconds) s") }
        if let thrown = context.takeException() {
            do {
                try prelude["reportException"].call(
                    thrown, context.value(Double(line ?? 0)), context.value(Double(column ?? 0)), context.value(isParseError))
                return
            } catch where error.cause == .timeLimit {
                // The page's handler of errors, or an accessor of what was thrown, never ends.
                return report(error)
            } catch {}
        }
        var record = PageRecord(kind: .error, time: now, name: error.name, message: error.message, line: line ?? error.line, column: column ?? error.column)
        record.source = error.source
        record.isParseError = isParseError
        hostRecords.append(record)
    }

    /// Stops the page for good: in a browser it would not answer any more.
    func standStill(because reason: String) {
        guard hang == nil else { return }
        let record = PageRecord(kind: .hang, time: now, name: "TimeLimit", message: reason)
        hang = record
        hostRecords.append(record)
    }

    /// Notes that the page asked for something that the simulated browser has not.
    func reportMissing(_ name: String) {
        _ = try? prelude["missing"].call(context.value(name))
    }

    /// What the page did since the last call: console, errors, dialogs, missing features, in order of time.
    public func drainRecords() -> [PageRecord] {
        defer {
            hostRecords = []
            knownStamp?.scriptRecords = 0
        }
        guard let json = try? preludeFunction("drain").call().description, json != "[]",
            let records = try? JSONDecoder().decode([PageRecord].self, from: Data(json.utf8))
        else { return hostRecords }
        return records + hostRecords
    }
}

extension Page {
    /// Bytes that the page's virtual machine holds once everything unreachable is collected.
    public func heapSizeAfterCollection() -> Int {
        context.collectGarbage()
        let statistics = context.memoryStatistics
        return statistics.heapSize + statistics.extraMemorySize
    }
}
