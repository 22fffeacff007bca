import WebPage

/// Gets the page out of a model's answer: fenced code in any style, several files, or bare code.
///
/// Lines stay what they are in the answer wherever that can be done, so that an error's place can be looked up there.
public struct AnswerReader {
    /// A page with what a reader of the verdict should know about it.
    public struct Answer: Equatable, Sendable {
        public var page: PageSource
        public var notes: [String]
    }

    /// - Parameters:
    ///   - text: the whole answer.
    ///   - name: what messages call the document, as `a07.md`.
    ///   - place: where the answer is, for errors.
    public static func read(_ text: String, name: String, place: String) throws(InputError) -> Answer {
        guard !text.trimmed.isEmpty else {
            throw InputError("the answer is empty", at: place, remedy: "Give the model's answer with the game's code in it.")
        }
        guard let lines = ThinkingText.removed(from: SourceLines(text).lines) else {
            throw InputError(
                "the answer ends while the model is still thinking", at: place, remedy: "Let the model write more, then judge again.")
        }
        let blocks = FenceReader.blocks(in: lines, firstLine: 1)
        if let answer = PageComposer(blocks: blocks, name: name).answer() { return answer }
        if let answer = BareCode.answer(in: lines, name: name) { return answer }
        throw noCode(blocks, at: place)
    }

    private static func noCode(_ blocks: [CodeBlock], at place: String) -> InputError {
        let languages = blocks.compactMap { block -> String? in
            if case .other(let name) = block.kind, !name.isEmpty { return name }
            return block.kind == .css ? "css" : nil
        }
        guard let language = languages.first else {
            return InputError("the answer has no code", at: place, remedy: "It needs an HTML page or a script, fenced or bare.")
        }
        return InputError(
            "the answer has no page, only \(language)", at: place, remedy: "A browser game needs an HTML page or a JavaScript script.")
    }
}
