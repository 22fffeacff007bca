import Scenarios

/// Tells notes on submissions when their results are shown.
struct NoteBook {
    let isQuiet: Bool

    func tell(about record: ResultRecord) {
        guard !isQuiet else { return }
        for note in record.notes ?? [] { StandardStreams.note("\(record.id): \(note)") }
    }
}
