/// A scenario file or a rulebook that can't be used, with the place and the remedy.
public struct ScenarioError: Error, Sendable, Equatable, CustomStringConvertible {
    public var file: String
    /// 1-based; nil when the whole file is meant.
    public var line: Int?
    public var message: String

    public init(file: String, line: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String {
        "\(file):\(line.map { "\($0):" } ?? "") \(message)"
    }
}
