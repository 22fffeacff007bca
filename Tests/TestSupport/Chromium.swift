import Foundation

/// The real browser, without a window.
public enum Chromium {
    public struct Failure: Error, CustomStringConvertible {
        public var description: String

        public init(description: String) {
            self.description = description
        }
    }

    private static let executable = "/usr/bin/chromium"
    /// Seconds after which a browser that hasn't come to an end is stopped.
    private static let patience = 600.0

    /// Opens a page in a browser of its own and returns its document when it has loaded.
    /// - Parameters:
    ///   - page: a file.
    ///   - options: of the browser, beside those that every run has.
    public static func document(of page: URL, options: [String]) async throws -> String {
        guard FileManager.default.isExecutableFile(atPath: executable) else {
            throw Failure(description: "there is no \(executable), which these tests need: run make setup, or apt-get install chromium")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "playproof-chromium-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var browser = ChildProcess(executable, [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            "--user-data-dir=\(folder.path)",
        ] + options + ["--dump-dom", page.absoluteString], in: folder)
        // Its temporary files go when the folder goes.
        browser.environment["TMPDIR"] = folder.path
        browser.secondsMax = patience
        return try await browser.run().output
    }
}
