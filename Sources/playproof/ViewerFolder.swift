import Foundation
import Reports

/// The folder with the traces of a viewer's page: `report-files` beside `report.html`. It is made when there is something
/// to go into it.
final class ViewerFolder: ReportFolder {
    let relativePath: String
    private let path: String
    private let force: Bool
    private var folder: TraceFolder?
    private var failure: CommandFailure?

    init(beside output: String, force: Bool) {
        path = TraceFolder.beside(output, suffix: "-files")
        relativePath = path.split(separator: "/").last.map(String.init) ?? path
        self.force = force
    }

    func write(_ data: Data, name: String) {
        guard failure == nil else { return }
        do {
            let folder = try folder ?? TraceFolder(path, force: force)
            self.folder = folder
            try OutputFile(folder.path + "/" + name, force: true).write(data)
        } catch {
            failure = error as? CommandFailure ?? CommandFailure("\(error)")
        }
    }

    /// Throws what kept a file from being written.
    func check() throws(CommandFailure) {
        if let failure { throw failure }
    }
}
