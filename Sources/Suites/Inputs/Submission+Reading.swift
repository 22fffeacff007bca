import WebPage

extension Submission {
    /// A submission that is one of many: what can't be read as a page becomes a defect to be judged.
    static func reading(id: String, source: String, _ load: () throws(InputError) -> Submission) -> Submission {
        do {
            return try load()
        } catch {
            return Submission(id: id, source: source, page: PageSource(html: ""), defect: error.problem)
        }
    }
}
