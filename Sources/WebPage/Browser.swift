import ScriptEngine
import ScriptSyntax

/// What the pages of a process share: the virtual machine with its code cache, for as many as it serves, the parser of scripts,
/// the prelude.
///
/// A browser and its pages stay on one thread.
public final class Browser {
    public let parser: ScriptParser
    let prelude: PreludeSource
    private var engine: PageEngine
    private let pagesPerEngine: Int
    /// Scripts as they run, with their scopes exposed, by original text.
    private var exposedScripts = RecentTexts()
    /// Documents as the prelude builds them, by their markup.
    private var documentTrees = RecentTexts()

    /// - Parameters:
    ///   - extensions: what later stages add to the prelude of every page.
    ///   - pagesPerEngine: how many pages run in one virtual machine. Making one with the prelude in it takes as long as some
    ///     thirty pages.
    public init(extensions: [PageExtension] = [], pagesPerEngine: Int = 200) {
        parser = ScriptParser()
        prelude = PreludeSource(extensions: extensions)
        self.pagesPerEngine = pagesPerEngine
        engine = PageEngine(prelude, pages: pagesPerEngine)
    }

    /// The engine for a page that is about to be made. Pages that are there keep theirs.
    func engineForNewPage() -> PageEngine {
        if engine.isWornOut { engine = PageEngine(prelude, pages: pagesPerEngine) }
        return engine
    }

    /// Opens every file that a page may make the browser read later, for a process that gives up the right to open files.
    public func openAllFiles() throws {
        try parser.prepare()
        TextFaces.keepAllOpen()
    }

    /// The script with its closures' names exposed to the host; as it is, where that can't be done.
    func exposed(_ source: String, kind: ScriptKind, hook: String) -> ScriptString {
        exposedScripts.text(for: source) { (try? parser.exposingScopes(of: source, kind: kind, by: hook)) ?? source }
    }

    /// UTF-8 units of the documents and scripts that are kept.
    var rememberedLength: Int { exposedScripts.length + documentTrees.length }

    /// The document's tree, as ``HTMLParser`` writes it.
    func documentTree(of html: String) -> ScriptString {
        documentTrees.text(for: html) { HTMLParser.treeJSON(of: html) }
    }
}
