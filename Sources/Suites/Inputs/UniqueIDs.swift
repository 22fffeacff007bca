/// Tells submissions of the same name apart.
enum UniqueIDs {
    /// Submissions that share an id get before it what they differ in: the model that wrote them, or the folder or the file
    /// of answers they are in. Those that are the same in that too are numbered: the second gets `~2` behind its id.
    static func given(to references: [SubmissionReference]) -> [SubmissionReference] {
        var references = references
        let families = references.map(family)
        for indices in Dictionary(grouping: references.indices, by: { references[$0].id }).values where Set(indices.map { families[$0] }).count > 1 {
            for index in indices { if let family = families[index] { references[index].id = family + "/" + references[index].id } }
        }
        let names = Set(references.map(\.id))
        var counts: [String: Int] = [:]
        for index in references.indices {
            let id = references[index].id
            counts[id, default: 0] += 1
            guard counts[id] != 1 else { continue }
            while names.contains("\(id)~\(counts[id, default: 1])") { counts[id, default: 1] += 1 }
            references[index].id = "\(id)~\(counts[id, default: 1])"
        }
        return references
    }

    /// What a submission has in common with others that it was made or put together with.
    private static func family(of reference: SubmissionReference) -> String? {
        if let model = reference.model { return model }
        return switch reference.origin {
        case .file(let path): folders(of: path).dropLast(path.lowercased().hasSuffix("/index.html") ? 1 : 0).last.map(String.init)
        case .folder(let path, _): folders(of: path).last.map(String.init)
        case .line(let path, _): SubmissionReader.id(ofFile: path)
        case .loaded: nil
        }
    }

    private static func folders(of path: String) -> [Substring] {
        path.split(separator: "/").dropLast()
    }
}
