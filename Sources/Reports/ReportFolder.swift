import Foundation

/// A folder beside a report's file, for what is read only when it is asked for.
public protocol ReportFolder: AnyObject {
    /// The folder as the report's file can name it.
    var relativePath: String { get }
    /// Writes a file whole or not at all; what keeps it from being written is told when the report is finished.
    func write(_ data: Data, name: String)
}
