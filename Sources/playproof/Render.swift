import ArgumentParser
import Foundation
import Pictures
import Suites
import Synchronization
import Traces

struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make pictures of a trace: one moment, an animation, a film strip.",
        discussion: """
            Plays the trace again and takes pictures of the page: its largest canvas, or the whole page where there is \
            none. A film strip shows the moments of the findings, or some spread over the session where there are none. \
            Without a picture to be written, the playfields of these moments are printed as text.

            EXAMPLES
              playproof render game.trace
              playproof render game.trace --strip strip.png
              playproof render game.trace --png moment.png --at 12.35s
              playproof render game.trace --gif game.gif --from 10s --to 20s --fps 15
            """)

    @Argument(help: "The trace file.")
    var trace: String

    @Option(name: .long, help: ArgumentHelp("Write the picture of one moment.", valueName: "file.png"))
    var png: String?

    @Option(name: .long, help: ArgumentHelp("Write an animation.", valueName: "file.gif"))
    var gif: String?

    @Option(name: .long, help: ArgumentHelp("Write a film strip.", valueName: "file.png"))
    var strip: String?

    @Option(name: .long, help: ArgumentHelp("The moment for --png. By default that of the first finding that isn't a pass, else the end.", valueName: "time"))
    var at: String?

    @Option(name: .long, help: ArgumentHelp("Moments of a strip, at most.", valueName: "n"))
    var moments = 6

    @Option(name: .long, help: ArgumentHelp("Where the animation begins.", valueName: "time"))
    var from = "0s"

    @Option(name: .long, help: ArgumentHelp("Where the animation ends. By default at the end, or a minute after its beginning.", valueName: "time"))
    var to: String?

    @Option(name: .long, help: ArgumentHelp("Pictures a second of the animation.", valueName: "n"))
    var fps = 10.0

    @Option(name: .long, help: ArgumentHelp("So many times as fast as a person would see it.", valueName: "factor"))
    var speed = 1.0

    @Option(name: .long, help: ArgumentHelp("Height of the pictures in pixels. By default that of the page, and 240 in a strip.", valueName: "pixels"))
    var height: Int?

    @Option(name: .long, help: ArgumentHelp("Replay the input on this submission instead of the recorded one.", valueName: "file"))
    var on: String?

    @Flag(name: .long, help: "Replace pictures that exist.")
    var force = false

    @OptionGroup var limits: LimitOptions

    func validate() throws {
        guard fps > 0, fps <= 50 else { throw ValidationError("--fps wants a number up to 50, as --fps 15.") }
        guard speed > 0, speed <= 1000 else { throw ValidationError("--speed wants a number above 0, as --speed 2.") }
        guard (1...40).contains(moments) else { throw ValidationError("--moments wants a number from 1 to 40, as --moments 6.") }
        if let height, !(16...4000).contains(height) { throw ValidationError("--height wants a number from 16 to 4000, as --height 240.") }
    }

    func run() async throws {
        let data = try TraceFile.read(trace)
        let recorded = try TraceReader.read(data, path: trace, allowingCutOff: true)
        let chosen = TraceMoments(recorded)
        guard png != nil || gif != nil || strip != nil else {
            return try StandardStreams.write(TextStrip.text(of: chosen.strip(moments), in: recorded) + "\n")
        }
        let targets = try [png, gif, strip].map { path throws(CommandFailure) in try path.map { path throws(CommandFailure) in try OutputFile(path, force: force) } }
        let camera = TraceCamera(trace: data, submission: try RecordedSubmission.of(recorded.header, replacement: on, path: trace), limits: limits.limits)
        if let target = targets[0] {
            let time = try at.map { text throws(CommandFailure) in try Self.time(text, "--at") } ?? chosen.main
            guard let picture = try await camera.pictures(at: [time])[0] else { throw Self.noPicture(trace) }
            try target.write(scaled(picture).png())
        }
        if let target = targets[1] { try target.write(try await animation(camera, end: chosen.end)) }
        if let target = targets[2] { try target.write(try await filmStrip(camera, chosen.strip(moments)).png()) }
    }

    private func animation(_ camera: TraceCamera, end: Double) async throws -> Data {
        let first = try Self.time(from, "--from")
        let last = min(try to.map { text throws(CommandFailure) in try Self.time(text, "--to") } ?? first + 60_000 * speed, end)
        guard last > first else {
            throw CommandFailure("the animation would end before it begins: --from \(from). The trace ends at \(seconds(end)).")
        }
        let step = 1000 / fps * speed
        let times = stride(from: first, to: last, by: step).map { $0 }
        guard times.count <= 3000 else { throw CommandFailure("an animation of \(times.count) pictures is too long. Give --from and --to, or a smaller --fps.") }
        let taken = try await camera.pictures(at: times)
        var frames: [Picture] = []
        for picture in taken { if let shown = picture.map(scaled) ?? frames.last { frames.append(shown) } }
        guard let size = frames.first else { throw Self.noPicture(trace) }
        let fitting = frames.map { $0.width == size.width && $0.height == size.height ? $0 : $0.scaled(toWidth: size.width, height: size.height) ?? size }
        do {
            return try AnimatedGIF.data(frames: fitting, delays: fitting.map { _ in 1000 / fps })
        } catch {
            throw CommandFailure("\(error)", exitCode: 3)
        }
    }

    private func filmStrip(_ camera: TraceCamera, _ moments: [TraceMoments.Moment]) async throws -> Picture {
        let pictures = try await camera.pictures(at: moments.map(\.time))
        let shown = zip(moments, pictures).compactMap { moment, picture in
            picture.map { FilmStrip.Moment(picture: $0, caption: [seconds(moment.time), moment.label]) }
        }
        guard let strip = FilmStrip(height: Double(height ?? 240)).picture(of: shown) else { throw Self.noPicture(trace) }
        return strip
    }

    private func scaled(_ picture: Picture) -> Picture {
        guard let height, height != picture.height else { return picture }
        return picture.scaled(toWidth: max(1, picture.width * height / picture.height), height: height) ?? picture
    }

    private static func time(_ text: String, _ option: String) throws(CommandFailure) -> Double {
        try PageStepText.duration(text, option)
    }

    private static func noPicture(_ trace: String) -> CommandFailure {
        CommandFailure("no picture could be made, for the page stands still: \(trace). Look at its readings with playproof render \(trace).", exitCode: 1)
    }
}
