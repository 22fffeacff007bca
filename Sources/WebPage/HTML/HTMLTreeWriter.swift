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
        if !isFirst { append(",") }
        isFirst = false
        switch node.pointee.type {
        case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
            writeElement(node, depth: depth)
        case GUMBO_NODE_COMMENT:
            append("[\"#comment\",")
            appendString(node.pointee.v.text.text)
            append("]")
        default:
            appendString(node.pointee.v.text.text)
        }
    }

    private mutating func writeElement(_ node: UnsafeMutablePointer<GumboNode>, depth: Int) {
        let element = node.pointee.v.element
        append("[")
        appendString(name(of: element))
        append(",")
        writeAttributes(element.attributes)
        append(",[")
        var isFirst = true
        if depth < HTMLParser.depthMax {
            writeNodes(element.children, depth: depth + 1, isFirst: &isFirst)
            append("]")
            writePlace(element)
            append("]")
        } else {
            // Too deep: the element ends here and what it held follows as its siblings.
            append("]")
            writePlace(element)
            append("]")
            isFirst = false
            writeNodes(element.children, depth: depth, isFirst: &isFirst)
        }
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
        default: break
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
        var cursor = text
        while cursor.pointee != 0 {
            let byte = UInt8(bitPattern: cursor.pointee)
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                append(byte < 0x10 ? "\\u000" : "\\u00")
                append(String(byte, radix: 16))
            default:
                bytes.append(byte)
            }
            cursor += 1
        }
    }
}
