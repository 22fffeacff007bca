import Foundation
import WebPage

/// Writes a session as one page that plays it in any browser.
///
/// The page's clock, timers, animation frames, randomness, storage and input are those of the simulated browser: the
/// page carries the prelude's own files for them.
public enum WitnessPage {
    /// The page's text.
    public static func html(of session: WitnessSession) -> String {
        WitnessFiles.text("watch.html")
            .replacingOccurrences(of: "{{width}}", with: String(Int(session.options.viewportWidth)))
            .replacingOccurrences(of: "{{height}}", with: String(Int(session.options.viewportHeight)))
            .replacingOccurrences(of: "{{watch}}", with: WitnessFiles.text("watch.js"))
            .replacingOccurrences(of: "{{session}}", with: json(of: session))
    }

    private struct Content: Encodable {
        struct Input: Encodable {
            var time: Double
            var action: String
        }

        var name, html, driver: String
        var files: [String: Data]
        var seed, frameInterval, startTime, end: Double
        var framesPerStep: Int
        var inputs: [Input]
    }

    /// JSON in which no `<` can end the script element around it.
    private static func json(of session: WitnessSession) -> String {
        let content = Content(
            name: session.page.name, html: session.page.html, driver: driver, files: session.page.files,
            seed: Double(session.options.seed), frameInterval: session.options.frameInterval, startTime: session.options.startTime,
            end: session.end, framesPerStep: session.framesPerStep,
            inputs: session.inputs.map { Content.Input(time: $0.time, action: $0.actionJSON) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(content) else { preconditionFailure("the session has times that are no numbers") }
        return String(decoding: data, as: UTF8.self).replacingOccurrences(of: "<", with: "\\u003c")
    }

    /// The function that takes a browser's page over, made of the prelude's files and of stand-ins for those that the
    /// browser itself makes needless.
    static let driver: String = {
        let files =
            [prelude("intrinsics"), prelude("shared-intrinsics"), prelude("globals"), own("records-in-browser")] + ["timer-queue", "event-loop", "web-idl", "user-activation"].map(prelude)
            + [own("document-in-browser"), own("page-digest")]
            + ["timers", "idle-callbacks", "scheduler", "date", "random", "console", "performance", "storage", "dialogs", "input"].map(prelude)
            + [own("clock-in-browser"), own("driver")]
        return "(function (settings) { 'use strict';\n" + files.joined(separator: "\n") + "\nreturn driver;\n})"
    }()

    private static func prelude(_ name: String) -> String { PreludeFiles.text(name + ".js") }
    private static func own(_ name: String) -> String { WitnessFiles.text(name + ".js") }
}
