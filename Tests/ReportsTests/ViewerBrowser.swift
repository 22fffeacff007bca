import Foundation
import TestSupport

/// A headless Chromium in which a report's page is opened and used.
struct ViewerBrowser {
    let folder: URL

    /// Opens a page of the folder with a script at its end, and returns what that script's function returned.
    /// - Parameters:
    ///   - steps: the body of an async function, which may use `wait(condition)`, `find(selector)`, `press(key)`, `choose(name, value)`.
    ///   - isDark: whether the person prefers dark pages.
    func result(of steps: String, on page: String = "report.html", width: Int = 1200, isDark: Bool = false) async throws -> [String: String] {
        let html = try String(contentsOf: folder.appending(path: page), encoding: .utf8)
        let name = "use-\(UUID().uuidString).html"
        try html.replacingOccurrences(of: "</body>", with: "<script>\(Self.harness(steps))</script></body>")
            .write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        let document = try await Chromium.document(
            of: folder.appending(path: name),
            options: ["--window-size=\(width),900"] + (isDark ? ["--blink-settings=preferredColorScheme=0"] : []))
        guard let start = document.range(of: "<pre id=\"result\">"), let end = document[start.upperBound...].range(of: "</pre>"),
            let data = Data(base64Encoded: String(document[start.upperBound..<end.lowerBound])),
            let result = try? JSONDecoder().decode([String: String].self, from: data)
        else { throw Chromium.Failure(description: "the page gave no result: \(document.prefix(500))") }
        return result
    }

    /// A page counts as loading until the steps are done: a frame inside it is kept open.
    private static func harness(_ steps: String) -> String {
        """
        (async () => {
          const gate = document.createElement('iframe');
          gate.hidden = true;
          document.body.append(gate);
          gate.contentDocument.open();
          const find = (selector) => document.querySelector(selector);
          const wait = async (condition) => {
            for (let round = 0; round < 400; round += 1) {
              if (condition()) return true;
              await new Promise((resolve) => setTimeout(resolve, 10));
            }
            throw new Error(`nothing came of ${condition}`);
          };
          const press = (key, target = document.activeElement) =>
            target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
          const choose = (name, value) => {
            const field = find(`.filters [name=${name}]`);
            field.value = value;
            field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
          };
          const text = (selector) => find(selector)?.textContent.replace(/\\s+/g, ' ').trim() ?? '';
          let result;
          try {
            result = await (async () => { \(steps) })();
          } catch (error) {
            result = { error: `${error}` };
          }
          const place = document.createElement('pre');
          place.id = 'result';
          place.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(Object.fromEntries(Object.entries(result).map(([name, value]) => [name, String(value)]))))));
          document.body.append(place);
          gate.contentDocument.close();
        })();
        """
    }
}
