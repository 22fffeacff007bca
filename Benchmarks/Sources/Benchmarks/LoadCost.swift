import ArgumentParser
import Foundation
import ScriptEngine
import WebPage

/// Loads one page again and again in one process, as a worker does, and prints what one load takes.
struct LoadCost: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Measure what loading a page takes in a process that is warm.",
        discussion: "Prints JSON: milliseconds of a load as a whole, and of making the page's global object alone.")

    @Argument(help: "A page.") var page: String
    @Option(help: "How many loads are measured.") var rounds = 60
    @Option(help: "How many loads come before.") var warmup = 20

    /// Milliseconds of processor time.
    struct Figures: Codable {
        var load: Figure
        var globalObject: Figure

        var lines: [String] {
            ["load of a page in a warm process: \(Figure.text(load.median)) ms, \(Figure.text(globalObject.median)) ms of it for its global object"]
        }
    }

    func run() throws {
        EngineTuning.favourShortRuns()
        let browser = Browser()
        let source = PageSource(html: try String(contentsOfFile: page, encoding: .utf8))
        var figures = Figures(load: Figure(values: []), globalObject: Figure(values: []))
        for round in 0..<warmup + rounds {
            var opened: Page?
            let made = try Stopwatch.processorSeconds { opened = try Page(source, browser: browser) }
            let loaded = Stopwatch.processorSeconds { opened?.load() }
            guard round >= warmup else { continue }
            figures.globalObject.values.append(made * 1000)
            figures.load.values.append((made + loaded) * 1000)
        }
        print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
    }

    /// Measures in a process of its own, whose engine nobody has set up otherwise.
    static func inOwnProcess(_ page: URL) throws -> Figures {
        let output = try ExternalScript.launch(CommandLine.arguments[0], [configuration.commandName ?? "", page.path]).output
        return try JSONDecoder().decode(Figures.self, from: Data(output.utf8))
    }
}
