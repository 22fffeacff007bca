import CGumbo

/// Writes gumbo's tree as JSON; see ``HTMLParser`` for the form.
struct HTMLTreeWriter {
    private(set) var bytes: [UInt8] = []

    /// Writes the list of top-level nodes: a document's children after its type, or those of a fragment's root.
    mutating func writeRoot(_ root: UnsafeMutablePointer<GumboNode>, isDocument: Bool) {
        append("[")
        var isFirst = true
        if isDocument, root.pointee.v.document.has_doctype {
            append("[\"#doctype\",")
            appendString(root.pointee.v.document.name)
            append("]")
            isFirst = false
        }
        let children = isDocument ? root.pointee.v.document.children : root.pointee.v.element.children
        writeNodes(children, depth: 0, isFirst: &isFirst)
        append("]")
    }

    private mutating func writeNodes(_ nodes: GumboVector, depth: Int, isFirst: inout Bool) {
        for index in 0..<Int(nodes.length) {
            guard let item = nodes.data[index] else { continue }
            write(item.assumingMemoryBound(to: GumboNode.self), depth: depth, isFirst: &isFirst)
        }
    }

    private mutating func write(_ node: UnsafeMutablePointer<GumboNode>, depth: Int, isFirst: inout Bool) {
        guard Self.isElement(node) else { return writeLeaf(node, isFirst: &isFirst) }
        if depth < HTMLParser.depthMax {
            begin(node, isFirst: &isFirst)
            var isFirstInside = true
            writeNodes(node.pointee.v.element.children, depth: depth + 1, isFirst: &isFirstInside)
            end(node)
        } else {
            writeFlat(node, isFirst: &isFirst)
        }
    }

    private static func isElement(_ node: UnsafeMutablePointer<GumboNode>) -> Bool {
        node.pointee.type == GUMBO_NODE_ELEMENT || node.pointee.type == GUMBO_NODE_TEMPLATE
    }

    /// Writes an element that is too deep to hold others: it keeps its text, and the elements in it follow as its
    /// siblings. Goes down without recursion, since a page can nest as deep as it is long.
    private mutating func writeFlat(_ root: UnsafeMutablePointer<GumboNode>, isFirst: inout Bool) {
        var waiting = [root]
        while let node = waiting.popLast() {
            begin(node, isFirst: &isFirst)
            let children = node.pointee.v.element.children
            var isFirstInside = true
            var elements: [UnsafeMutablePointer<GumboNode>] = []
            for index in 0..<Int(children.length) {
                guard let child = children.data[index]?.assumingMemoryBound(to: GumboNode.self) else { continue }
                if Self.isElement(child) { elements.append(child) } else { writeLeaf(child, isFirst: &isFirstInside) }
            }
            end(node)
            waiting += elements.reversed()
        }
    }

    private mutating func writeLeaf(_ node: UnsafeMutablePointer<GumboNode>, isFirst: inout Bool) {
        if !isFirst { append(",") }
        isFirst = false
        guard node.pointee.type == GUMBO_NODE_COMMENT else { return appendString(node.pointee.v.text.text) }
        append("[\"#comment\",")
        appendString(node.pointee.v.text.text)
        append("]")
    }

    /// Writes an element up to its list of children.
    private mutating func begin(_ node: UnsafeMutablePointer<GumboNode>, isFirst: inout Bool) {
        if !isFirst { append(",") }
        isFirst = false
        append("[")
        appendString(name(of: node.pointee.v.element))
        append(",")
        writeAttributes(node.pointee.v.element.attributes)
        append(",[")
    }

    private mutating func end(_ node: UnsafeMutablePointer<GumboNode>) {
        append("]")
        writePlace(node.pointee.v.element)
        append("]")
    }

    private mutating func writePlace(_ element: GumboElement) {
        var line = 0
        var column = 0
        if element.tag == GUMBO_TAG_SCRIPT, element.children.length > 0, let child = element.children.data[0] {
            let position = child.assumingMemoryBound(to: GumboNode.self).pointee.v.text.start_pos
            line = Int(position.line)
            column = Int(position.column)
        }
        append(",\(line),\(column)")
        switch element.tag_namespace {
        case GUMBO_NAMESPACE_SVG: append(",\"svg\"")
        case GUMBO_NAMESPACE_MATHML: append(",\"math\"")
        default:
            // The parser reached the end of the document inside the script.
            if element.tag == GUMBO_TAG_SCRIPT && element.original_end_tag.length == 0 { append(",\"html\",1") }
        }
    }

    private func name(of element: GumboElement) -> String {
        var original = element.original_tag
        if element.tag_namespace == GUMBO_NAMESPACE_SVG {
            gumbo_tag_from_original_text(&original)
            if let adjusted = gumbo_normalize_svg_tagname(&original) { return String(cString: adjusted) }
        }
        guard element.tag == GUMBO_TAG_UNKNOWN else { return String(cString: gumbo_normalized_tagname(element.tag)) }
        original = element.original_tag
        gumbo_tag_from_original_text(&original)
        guard let data = original.data else { return "unknown" }
        let bytes = UnsafeRawBufferPointer(start: data, count: Int(original.length))
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }

    private mutating func writeAttributes(_ attributes: GumboVector) {
        guard attributes.length > 0 else { return append("0") }
        append("{")
        for index in 0..<Int(attributes.length) {
            guard let item = attributes.data[index] else { continue }
            let attribute = item.assumingMemoryBound(to: GumboAttribute.self).pointee
            if index > 0 { append(",") }
            appendString(attribute.name, prefix: Self.prefix(of: attribute.attr_namespace))
            append(":")
            appendString(attribute.value)
        }
        append("}")
    }

    private static func prefix(of namespace: GumboAttributeNamespaceEnum) -> String {
        switch namespace {
        case GUMBO_ATTR_NAMESPACE_XLINK: "xlink:"
        case GUMBO_ATTR_NAMESPACE_XML: "xml:"
        default: ""
        }
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func appendString(_ text: UnsafePointer<CChar>?, prefix: String = "") {
        append("\"")
        append(prefix)
        if let text { appendEscaped(text) }
        append("\"")
    }

    private mutating func appendString(_ text: String) {
        append("\"")
        text.withCString { appendEscaped($0) }
        append("\"")
    }

    private mutating func appendEscaped(_ text: UnsafePointer<CChar>) {
        var start = text
        while true {
            var end = start
            while !Self.isEscaped(end.pointee) { end += 1 }
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: end - start))
            let byte = UInt8(bitPattern: end.pointee)
            switch byte {
            case 0: return
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            default:
                append(byte < 0x10 ? "\\u000" : "\\u00")
                append(String(byte, radix: 16))
            }
            start = end + 1
        }
    }

    /// Whether a byte ends the text, or can't stand in a JSON string as it is.
    private static func isEscaped(_ character: CChar) -> Bool {
        let byte = UInt8(bitPattern: character)
        return byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
}
