import Foundation

/// The viewer's page: its skeleton, its script, and data that its script reads when it is wanted.
///
/// The page asks nothing of the network. Texts of models and games stand in it as JSON without a `<`, so that none can
/// end the element around it.
public enum ViewerPage {
    /// What comes before the data.
    static var opening: String {
        text("page.html").replacingOccurrences(of: "{{style}}", with: text("style.css"))
    }

    /// What comes after the data.
    static var closing: String {
        let files = text("order.txt").split(separator: "\n").map { text(String($0)) }
        return "<script>\n'use strict';\n\(files.joined(separator: "\n"))</script>\n</body>\n</html>\n"
    }

    /// A page with two traces side by side, and the first difference marked.
    public static func comparing(_ traces: [(name: String, data: Data)]) -> Data {
        let rows = traces.enumerated().map { index, trace in
            "[\(quoted(trace.name)),\"\",null,\"\",\"\",\"\",\"\",\"\(index)\"]"
        }
        let index = "{\"checks\":[],\"sentence\":\"two recorded sessions\",\"folder\":null,\"linesPerChunk\":1,\"rows\":[\(rows.joined(separator: ","))]}"
        let scripts = traces.enumerated().map { element("trace-\($0)", quoted(String(decoding: $1.data, as: UTF8.self))) }
        return Data((opening + scripts.joined() + element("report-index", index) + closing).utf8)
    }

    /// An element with data that isn't read when the page is loaded.
    static func element(_ id: String, _ content: String) -> String {
        "<script type=\"application/json\" id=\"\(id)\">\(content.replacingOccurrences(of: "<", with: "\\u003c"))</script>\n"
    }

    /// A JSON string.
    static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }

    private static func text(_ name: String) -> String {
        let file = Bundle.module.bundleURL.appendingPathComponent("Viewer/\(name)")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            preconditionFailure("the viewer's file \(file.path) is missing; build the package again")
        }
        return text
    }
}
