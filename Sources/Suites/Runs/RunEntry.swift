/// One judging of one submission in a run.
public struct RunEntry: Sendable {
    /// Names the result; unique within the run.
    public var id: String
    public var reference: SubmissionReference
    public var seed: UInt64

    public init(_ reference: SubmissionReference, seed: UInt64) {
        id = reference.id
        self.reference = reference
        self.seed = seed
    }

    /// The entries of submissions with several seeds; the seed goes into the id where there are several.
    public static func entries(_ references: [SubmissionReference], seeds: [UInt64]) -> [RunEntry] {
        references.flatMap { reference in
            seeds.map { seed in
                var entry = RunEntry(reference, seed: seed)
                if seeds.count > 1 { entry.id += "@\(seed)" }
                return entry
            }
        }
    }

    /// The submission, under the entry's id.
    public func load() throws(InputError) -> Submission {
        var submission = try reference.load()
        submission.id = id
        return submission
    }

    /// The lines of the submission as its author wrote them, which error places count; nil when it has several files, of
    /// which an error doesn't name its own, or can't be read.
    public func sourceLines() -> [Substring]? {
        guard let submission = try? load(), !submission.page.files.keys.contains(where: { $0.hasSuffix("js") }) else { return nil }
        return (try? reference.text())?.split(omittingEmptySubsequences: false) { $0.isNewline }
    }
}
