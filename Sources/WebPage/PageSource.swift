import Foundation

/// What a page is loaded from: its document and the files that lie beside it.
public struct PageSource: Sendable, Codable, Equatable {
    /// The text of the main document.
    public var html: String
    /// The document's name in messages and in the page's address, as `index.html`.
    public var name: String
    /// The submission's other files by their path relative to the document.
    public var files: [String: Data]
    /// The line of the submission at which the document starts: 1 for a file, more inside a model's answer, so that
    /// an error's line is one that the reader of the answer can go to.
    public var firstLine: Int

    public init(html: String, name: String = "index.html", files: [String: Data] = [:], firstLine: Int = 1) {
        self.html = html
        self.name = name
        self.files = files
        self.firstLine = firstLine
    }

    /// Only `html` has to be there, so that other programs can write a job by hand.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            html: try fields.decode(String.self, forKey: .html),
            name: try fields.decodeIfPresent(String.self, forKey: .name) ?? "index.html",
            files: try fields.decodeIfPresent([String: Data].self, forKey: .files) ?? [:],
            firstLine: try fields.decodeIfPresent(Int.self, forKey: .firstLine) ?? 1)
    }
}
