import Scenarios

extension ResultRecord {
    /// Takes over what the input says of the submission, which the judge of its page doesn't know.
    mutating func describe(_ submission: Submission) {
        task = submission.task
        model = submission.model
        sample = submission.sample
        notes = submission.notes.isEmpty ? nil : submission.notes
    }
}
