import Reports

/// Which reports a run writes, and how.
struct ReportPlan {
    /// A report; without a file it goes to standard output.
    struct Item: Equatable {
        var name: ReporterName
        var file: String?
    }

    var items: [Item]
    /// Whether records are written with what each failed check rests on.
    var evidence = false
    /// Whether output files that exist may be replaced.
    var force = false
    /// Whether records say what small repairs would make of a submission with a slip.
    var wantsRepairs = false
    /// Whether nothing is said on standard error but errors.
    var isQuiet = false

    /// The file of JSON Lines among the reports, which a stopped run can be gone on from.
    var resultsFile: String? { items.first { $0.name == .jsonl && $0.file != nil }?.file }
}
