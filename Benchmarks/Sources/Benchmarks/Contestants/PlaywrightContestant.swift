import Foundation

/// Headless Chromium driven by Playwright with its fake clock.
enum PlaywrightContestant: Contestant {
    static let name = "chromium"

    /// The Python that has Playwright; `PLAYWRIGHT_PYTHON` names one in a virtual environment.
    private static var python: String { ProcessInfo.processInfo.environment["PLAYWRIGHT_PYTHON"] ?? "python3" }

    static var missing: String? {
        guard ExternalScript.succeeds(python, ["-c", "import playwright"]) else {
            return "install Playwright for Python (pip install playwright) and name its Python in PLAYWRIGHT_PYTHON"
        }
        return ExternalScript.succeeds("chromium", ["--version"]) ? nil : "install Debian's chromium"
    }

    static func run(_ workload: Workload) throws -> Measurement {
        try ExternalScript.measure(python, [Resource.url("playwright_run.py").path], workload)
    }
}
