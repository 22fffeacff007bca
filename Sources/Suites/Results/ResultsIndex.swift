import Scenarios

/// The records of a file by the ids of their submissions. They stay in the file until they are asked for.
public struct ResultsIndex: Sendable {
    private let file: ResultsFile
    private let places: [String: (number: Int, range: Range<Int>)]
    /// The ids in the order of the file.
    public let ids: [String]

    /// - Throws: ``InputError`` at a line that is no record, or when a submission has two.
    public init(_ path: String) throws(InputError) {
        let file = try ResultsFile(path)
        var places: [String: (number: Int, range: Range<Int>)] = [:]
        var ids: [String] = []
        for line in file.lines() {
            let id = try file.record(at: line.range, number: line.number).id
            guard places.updateValue(line, forKey: id) == nil else {
                throw InputError("the submission \(id) is in it twice", at: "\(path):\(line.number)", remedy: "Remove one of the lines.")
            }
            ids.append(id)
        }
        self.file = file
        self.places = places
        self.ids = ids
    }

    public func record(of id: String) throws(InputError) -> ResultRecord? {
        guard let place = places[id] else { return nil }
        return try file.record(at: place.range, number: place.number)
    }
}
