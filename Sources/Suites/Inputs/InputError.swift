/// Input that can't be judged because there is nothing to judge: what is wrong, where, and what to do about it.
///
/// The command prints it on one line and ends with exit code 2.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, as `no such file`.
    public var problem: String
    /// Where: a path, with the line where one is known.
    public var place: String
    /// What the user can do next; a sentence.
    public var remedy: String

    public init(_ problem: String, at place: String, remedy: String) {
        self.problem = problem
        self.place = place
        self.remedy = remedy
    }

    /// One line, whatever characters a path is made of.
    public var description: String {
        let text = "\(problem): \(place). \(remedy)"
        return String(text.map { $0.isNewline ? " " : $0 })
    }
}
