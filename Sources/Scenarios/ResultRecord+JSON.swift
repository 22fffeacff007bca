import Foundation

extension ResultRecord {
    /// The record as one line of JSON, always with the same keys in the same order.
    /// - Parameter evidence: adds each failed check's evidence and whether it breaks the game: what a worker tells its
    ///   parent, more than a reader of records needs.
    public func jsonLine(evidence: Bool = false) -> String {
        var object = OrderedJSON()
        object.add("schema", text: schema)
        object.add("id", text: id)
        object.add("source", text: source)
        object.add("task", text: task)
        object.add("model", text: model)
        if let sample { object.add("sample", raw: String(sample)) }
        if let notes { object.add("notes", list: notes.map(OrderedJSON.quoted)) }
        object.add("rules", text: rules)
        object.add("verdict", text: verdict.rawValue)
        object.add("failure", text: failure?.rawValue, orNull: true)
        object.add("reason", text: reason)
        object.add("checks", list: checks.map { $0.json(evidence: evidence) })
        object.add("observed", raw: observed.json)
        object.add("errors", list: errors.map(\.json))
        if let repair { object.add("repair", raw: repair.json) }
        object.add("seed", raw: String(seed))
        object.add("traceDigest", text: traceDigest)
        object.add("cpuSeconds", decimal: cpuSeconds)
        object.add("peakMemoryMB", decimal: peakMemoryMB)
        return object.text
    }

    /// Reads a line that `jsonLine` wrote.
    /// - Throws: a decoding error for another schema or a damaged line.
    public init(jsonLine: String) throws {
        self = try JSONDecoder().decode(ResultRecord.self, from: Data(jsonLine.utf8))
        guard schema == Self.currentSchema else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: [], debugDescription: "a record of schema \(schema), not \(Self.currentSchema)"))
        }
    }
}

extension Finding {
    fileprivate func json(evidence withEvidence: Bool) -> String {
        var object = OrderedJSON()
        object.add("id", text: id)
        object.add("status", text: status.rawValue)
        object.add("level", text: level.rawValue)
        object.add("category", text: category.rawValue)
        if let at { object.add("at", decimal: at) }
        object.add("detail", text: detail)
        guard withEvidence else { return object.text }
        if breaks { object.add("breaks", raw: "true") }
        if let evidence { object.add("evidence", raw: evidence.json) }
        return object.text
    }
}

extension Evidence {
    fileprivate var json: String {
        var object = OrderedJSON()
        object.add("expectation", text: expectation)
        object.add("place", text: place)
        object.add(
            "operands",
            list: operands.map { operand in
                var item = OrderedJSON()
                item.add("source", text: operand.source)
                item.add("value", text: operand.value)
                return item.text
            })
        object.add("steps", list: steps.map(OrderedJSON.quoted))
        object.add("before", text: before)
        object.add("after", text: after)
        return object.text
    }
}

extension ObservedFacts {
    fileprivate var json: String {
        var object = OrderedJSON()
        if let columns { object.add("columns", raw: String(columns)) }
        if let rows { object.add("rows", raw: String(rows)) }
        object.add("render", text: render)
        object.add("board", text: board)
        object.add("start", text: start)
        var keys = OrderedJSON()
        for (name, key) in orderedControls { keys.add(name, text: key) }
        object.add("controls", raw: keys.text)
        var points = OrderedJSON()
        for (rows, score) in scoring.sorted(by: { $0.key < $1.key }) { points.add(rows, raw: shortNumber(score)) }
        object.add("scoring", raw: points.text)
        object.add("scoringPer", text: scoringPer)
        if let dropPoints {
            var drops = OrderedJSON()
            for (control, score) in dropPoints.sorted(by: { $0.key < $1.key }) { drops.add(control, raw: shortNumber(score)) }
            object.add("dropPoints", raw: drops.text)
        }
        object.add("gravityMs", list: gravityMs.map(shortNumber))
        return object.text
    }
}

extension Repair {
    fileprivate var json: String {
        var object = OrderedJSON()
        object.add("edits", list: edits.map(\.json))
        object.add("verdict", text: verdict.rawValue)
        object.add("failure", text: failure?.rawValue, orNull: true)
        object.add("reason", text: reason)
        object.add("checks", list: checks.map { $0.json(evidence: false) })
        return object.text
    }
}

extension Repair.Edit {
    fileprivate var json: String {
        var object = OrderedJSON()
        object.add("file", text: file)
        object.add("line", raw: String(line))
        object.add("column", raw: String(column))
        object.add("code", text: code)
        return object.text
    }
}

extension SubmissionError {
    fileprivate var json: String {
        var object = OrderedJSON()
        object.add("name", text: name)
        object.add("message", text: message)
        if let line { object.add("line", raw: String(line)) }
        if let column { object.add("column", raw: String(column)) }
        return object.text
    }
}
