import Foundation
import TestSupport

/// The real browser that the simulated one is held against.
enum WitnessBrowser {
    /// Opens pages in one browser, one after the other, and returns what each sends to its parent window as the member
    /// `witness` of its last message.
    /// - Parameters:
    ///   - pages: the pages' texts by name.
    ///   - fragment: put behind each address.
    static func messages(of pages: [(name: String, html: String)], fragment: String = "") async throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "playproof-witness-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (index, page) in pages.enumerated() {
            try Data(page.html.utf8).write(to: folder.appending(path: "\(index).html"))
        }
        try Data(index(of: pages.count, fragment: fragment).utf8).write(to: folder.appending(path: "index.html"))
        let document = try await Chromium.document(
            of: folder.appending(path: "index.html"), options: ["--hide-scrollbars", "--window-size=1300,900"])
        let encoded = document.split(separator: "<pre>").dropFirst().compactMap { $0.split(separator: "</pre>").first }
        guard encoded.count == pages.count else {
            throw Chromium.Failure(description: "chromium gave \(encoded.count) of \(pages.count) results: \(document.suffix(500))")
        }
        return Dictionary(uniqueKeysWithValues: encoded.compactMap { item in
            let parts = item.split(separator: " ")
            guard parts.count == 2, let index = Int(parts[0]), let data = Data(base64Encoded: String(parts[1])) else { return nil }
            return (pages[index].name, String(decoding: data, as: UTF8.self))
        })
    }

    /// A page that opens the others one after the other, so that none takes another's time or focus. It counts as
    /// loading until all have answered: a frame inside it is kept open.
    private static func index(of count: Int, fragment: String) -> String {
        """
        <!DOCTYPE html><style>iframe { position: absolute; left: 0; top: 0; width: 1280px; height: 720px; border: 0 }</style>
        <iframe id="gate" hidden></iframe>
        <script>
        gate.contentDocument.open();
        let index = -1;
        let frame;
        const encode = (text) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
        const next = () => {
          index += 1;
          if (index === \(count)) return gate.contentDocument.close();
          frame = document.createElement('iframe');
          frame.src = `${index}.html\(fragment)`;
          document.body.append(frame);
        };
        addEventListener('message', (event) => {
          if (event.source !== frame.contentWindow || typeof event.data?.witness !== 'string') return;
          const text = document.createElement('pre');
          text.textContent = `${index} ${encode(event.data.witness)}`;
          frame.remove();
          document.body.append(text);
          next();
        });
        next();
        </script>
        """
    }
}
