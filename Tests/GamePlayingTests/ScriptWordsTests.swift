import Testing

@testable import GamePlaying

@Suite("The words of a script")
struct ScriptWordsTests {
    @Test func `are short texts in quotes`() {
        let words = ScriptWords(in: #"case 'ArrowLeft': if (e.key === "a" || keys[`Space`] || it's) move("it is a long text, too long for a key")"#)
        #expect(words.quoted.isSuperset(of: ["ArrowLeft", "a", "Space"]))
        #expect(!words.quoted.contains { $0.count > 16 })
    }

    @Test func `are whole numbers that stand alone`() {
        let words = ScriptWords(in: "case 37: x = 38.5; color: #39; width: 40%; key40 = 65")
        #expect(words.numbers == [37, 65])
    }

    @Test func `are found anywhere in the text`() {
        let words = ScriptWords(in: "const keys = { ArrowUp: turn, left: KEYS.Space }")
        #expect(words.contains("ArrowUp:"))
        #expect(words.contains(".Space"))
        #expect(!words.contains("ArrowUp="))
        #expect(!words.contains("Space } and more than there is"))
    }

    @Test func `are letters that are all of a property's name`() {
        let words = ScriptWords(in: "if (held.x && !held.Z) shift(piece.xs, 2.5); g.c_ = held.q")
        #expect(words.letterProperties == ["x", "Z"])
    }
}
