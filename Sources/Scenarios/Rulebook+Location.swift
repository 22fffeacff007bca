import Foundation

extension Rulebook {
    /// Finds the folder that holds the rulebooks, one folder a game.
    ///
    /// In this order: the environment's `PLAYPROOF_SCENARIOS`; a folder `Scenarios` beside the executable or beside
    /// one of the folders it is in, which is where a build and an installation have it; the module's resources.
    /// - Throws: ``ScenarioError`` that names where it was looked for.
    public static func locate(
        game: String = CheckTable.tetris.name,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        executable: URL? = Bundle.main.executableURL
    ) throws(ScenarioError) -> String {
        if let folder = environment["PLAYPROOF_SCENARIOS"] {
            guard let found = existing(URL(fileURLWithPath: folder), game) else {
                throw ScenarioError(file: folder, message: "PLAYPROOF_SCENARIOS names a folder without a folder '\(game)'")
            }
            return found
        }
        for base in bases(above: executable) + [Bundle.module.bundleURL] {
            if let found = existing(base.appending(path: "Scenarios"), game) { return found }
        }
        throw ScenarioError(
            file: "Scenarios/\(game)",
            message: "the rulebook was not found beside the program; set PLAYPROOF_SCENARIOS to the folder Scenarios")
    }

    private static func bases(above executable: URL?) -> [URL] {
        guard var folder = executable?.resolvingSymlinksInPath().deletingLastPathComponent() else { return [] }
        var bases = [folder]
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            bases.append(folder)
        }
        return bases
    }

    private static func existing(_ folder: URL, _ game: String) -> String? {
        let path = folder.appending(path: game).path
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue ? path : nil
    }
}
