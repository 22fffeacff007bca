import WebPage

/// One output of a model, ready to be judged.
public struct Submission: Sendable, Codable, Equatable {
    /// Names the submission in reports; unique within a run.
    public var id: String
    /// The path as it was given, with `:line` for a line of a JSON Lines file, or `-`.
    public var source: String
    /// `task_id` of a JSON Lines file.
    public var task: String?
    /// The model that wrote it, where the input says so.
    public var model: String?
    /// Which of a model's answers to the same task it is, where the input says so.
    public var sample: Int?
    /// What will be loaded.
    public var page: PageSource
    /// What a reader of the verdict should know about how the page was got, as "the answer is cut off".
    public var notes: [String]
    /// Why there is no page, in an answer among many that must not stop the run: it is judged `broken`.
    public var defect: String?

    public init(
        id: String, source: String, task: String? = nil, model: String? = nil, sample: Int? = nil,
        page: PageSource, notes: [String] = [], defect: String? = nil
    ) {
        self.id = id
        self.source = source
        self.task = task
        self.model = model
        self.sample = sample
        self.page = page
        self.notes = notes
        self.defect = defect
    }

    /// Only `id` and `page` have to be there, so that other programs can write a job by hand.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let id = try fields.decode(String.self, forKey: .id)
        self.init(
            id: id,
            source: try fields.decodeIfPresent(String.self, forKey: .source) ?? id,
            task: try fields.decodeIfPresent(String.self, forKey: .task),
            model: try fields.decodeIfPresent(String.self, forKey: .model),
            sample: try fields.decodeIfPresent(Int.self, forKey: .sample),
            page: try fields.decode(PageSource.self, forKey: .page),
            notes: try fields.decodeIfPresent([String].self, forKey: .notes) ?? [],
            defect: try fields.decodeIfPresent(String.self, forKey: .defect))
    }
}
