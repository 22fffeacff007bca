import Yams

/// Reads YAML nodes of one file and turns every mistake into an error with file and line.
package struct YAMLReader {
    let file: String

    package init(file: String) {
        self.file = file
    }

    /// The root node of a text.
    /// - Parameter content: what an empty file lacks, in words.
    package func root(of text: String, content: String = "a scenario needs a title and steps") throws(ScenarioError) -> Node {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                throw ScenarioError(file: file, message: "the file is empty; \(content)")
            }
            return node
        } catch let error as ScenarioError {
            throw error
        } catch {
            throw syntaxError(error)
        }
    }

    private func syntaxError(_ error: any Error) -> ScenarioError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            ScenarioError(file: file, line: mark.line, message: "this is not YAML: \(problem)\(Self.remedy(for: problem))")
        case .duplicatedKeysInMapping(let duplicates, let context):
            ScenarioError(
                file: file, line: context.mark.line,
                message: "\(duplicates.map { "'\($0)'" }.joined(separator: ", ")) is given twice in this mapping")
        case .reader(let problem, _, _, _):
            ScenarioError(file: file, message: "this is not YAML: \(problem)")
        default:
            ScenarioError(file: file, message: "this is not YAML")
        }
    }

    /// The slip that is made most often has a message that doesn't say so.
    private static func remedy(for problem: String) -> String {
        problem.hasPrefix("mapping values") ? "; put texts with ': ' or ' #' in quotes" : ""
    }

    package func error(_ node: Node, _ message: String) -> ScenarioError {
        ScenarioError(file: file, line: node.mark?.line, message: message)
    }

    package func text(_ node: Node, _ what: String) throws(ScenarioError) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw error(node, "\(what) must be a text; put it in quotes when it begins with !, { or [")
        }
        return text
    }

    package func duration(_ node: Node, _ what: String) throws(ScenarioError) -> Double {
        guard let text = node.scalar?.string, let milliseconds = VirtualDuration.milliseconds(text) else {
            throw error(node, "\(what) must be a duration as 500ms, 2s or 5m\(node.scalar.map { ", not '\($0.string)'" } ?? "")")
        }
        return milliseconds
    }

    package func count(_ node: Node, _ what: String, atLeast least: Int = 1) throws(ScenarioError) -> Int {
        guard let number = node.int, number >= least else {
            throw error(node, "\(what) must be a whole number of at least \(least)\(node.scalar.map { ", not '\($0.string)'" } ?? "")")
        }
        return number
    }

    package func number(_ node: Node, _ what: String) throws(ScenarioError) -> Double {
        guard let number = node.float, number.isFinite, number > 0 else {
            throw error(node, "\(what) must be a number above 0")
        }
        return number
    }

    package func flag(_ node: Node, _ what: String) throws(ScenarioError) -> Bool {
        guard let flag = node.bool else { throw error(node, "\(what) must be true or false") }
        return flag
    }

    /// One of the names of an enumeration.
    package func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ node: Node, _ what: String, of type: Choice.Type
    ) throws(ScenarioError) -> Choice {
        let text = node.scalar?.string ?? ""
        guard let choice = Choice(rawValue: text) else {
            throw error(node, "\(what) must be one of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")), not '\(text)'")
        }
        return choice
    }

    package func items(_ node: Node, _ what: String) throws(ScenarioError) -> [Node] {
        guard let sequence = node.sequence else { throw error(node, "\(what) must be a list") }
        return Array(sequence)
    }

    /// A mapping's values by key, all keys known.
    package func fields(_ node: Node, _ what: String, allowed: [String]) throws(ScenarioError) -> [String: Node] {
        guard let mapping = node.mapping else {
            throw error(node, "\(what) must be a mapping with the keys \(allowed.joined(separator: ", "))")
        }
        var fields: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            guard allowed.contains(name) else {
                let hint = NearestName.of(name, among: allowed).map { " (did you mean \($0)?)" } ?? ""
                throw error(key, "unknown key '\(name)'\(hint); allowed here: \(allowed.joined(separator: ", "))")
            }
            fields[name] = value
        }
        return fields
    }
}
