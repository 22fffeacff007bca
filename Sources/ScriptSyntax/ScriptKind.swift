/// How a script is parsed and run.
public enum ScriptKind: String, Sendable, Codable, Hashable {
    /// A `<script>`: sloppy unless it says otherwise, sharing the page's global names.
    case classic
    /// A `<script type="module">`: strict, with imports, exports and a scope of its own.
    case module
}
