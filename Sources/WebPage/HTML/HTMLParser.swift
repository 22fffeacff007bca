import CGumbo

/// Parses HTML by the WHATWG algorithm and writes the tree as the JSON that the prelude builds a DOM from.
///
/// An element is `["tag", {attributes} or 0, [children], line, column, namespace?, 1 for a script without an end tag]`, text
/// a string, a comment `["#comment", text]`, a document type `["#doctype", name]`. Line and column are the 1-based place of
/// the first character inside a `script` element and 0 elsewhere.
enum HTMLParser {
    /// Elements below this depth become children of the element at it, as browsers do it, so that no page can
    /// exhaust the stack of whoever walks its tree.
    static let depthMax = 512

    /// The elements of SVG that hold HTML (HTML § 13.2.6, "HTML integration point").
    private static let htmlInSVG: Set = ["foreignObject", "desc", "title"]

    /// - Parameters:
    ///   - html: the markup.
    ///   - contextTag: the element that a fragment is parsed for, in SVG with `svg ` before it; empty for a whole document.
    /// - Returns: JSON text: an array of nodes.
    static func treeJSON(of html: String, contextTag: String = "") -> String {
        var options = kGumboDefaultOptions
        options.tab_stop = 1
        if contextTag.hasPrefix("svg "), !htmlInSVG.contains(String(contextTag.dropFirst(4))) {
            options.fragment_context = GUMBO_TAG_SVG
            options.fragment_namespace = GUMBO_NAMESPACE_SVG
        } else if !contextTag.isEmpty {
            options.fragment_context = gumbo_tag_enum(contextTag)
            if options.fragment_context == GUMBO_TAG_UNKNOWN { options.fragment_context = GUMBO_TAG_BODY }
        }
        var html = html
        return html.withUTF8 { bytes in
            let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            guard let start, let output = gumbo_parse_with_options(&options, start, bytes.count) else { return "[]" }
            defer { gumbo_destroy_output(&options, output) }
            var writer = HTMLTreeWriter()
            let root = contextTag.isEmpty ? output.pointee.document : output.pointee.root
            guard let root else { return "[]" }
            writer.writeRoot(root, isDocument: contextTag.isEmpty)
            return String(decoding: writer.bytes, as: UTF8.self)
        }
    }
}
