import Foundation
import Testing
import WebPage

@testable import Suites

@Suite("Reading a model's answer")
struct AnswerReaderTests {
    private let page = "<!DOCTYPE html>\n<html><body>\n<script>let a = 1</script>\n</body></html>"

    private func read(_ text: String) throws -> AnswerReader.Answer {
        try AnswerReader.read(text, name: "answer.md", place: "answer.md")
    }

    /// The line of the answer at which the needle stands, by way of the page.
    private func line(of needle: String, in page: PageSource) -> Int? {
        page.html.components(separatedBy: "\n").firstIndex { $0.contains(needle) }.map { $0 + page.firstLine }
    }

    // MARK: One document

    @Test(arguments: ["```html", "~~~html", "````html", "``` html", "```HTML", "```", "```html title=\"index.html\"", "```html:index.html", "``` {.html}"])
    func `finds a document in any fence`(_ fence: String) throws {
        let mark = String(fence.prefix { $0 == "`" || $0 == "~" })
        let answer = try read("Here it is:\n\n\(fence)\n\(page)\n\(mark)\nHave fun!\n")
        #expect(answer.page.html == page)
        #expect(answer.page.firstLine == 4)
        #expect(answer.page.name == "answer.md")
        #expect(answer.notes.isEmpty)
    }

    @Test func `takes the indentation of a fence in a list off its code`() throws {
        let text = "1. The page:\n\n   ```html\n" + page.components(separatedBy: "\n").map { "   " + $0 }.joined(separator: "\n") + "\n   ```\n"
        #expect(try read(text).page.html == page)
    }

    @Test func `accepts a fence behind prose and a closing fence behind the last tag`() throws {
        let answer = try read("Sure: ```html\n\(page)```\nEnjoy")
        #expect(answer.page.html == page)
        #expect(answer.notes.isEmpty)
    }

    @Test func `keeps carriage returns out of the fences and in the code`() throws {
        let answer = try read("Hi\r\n```html\r\n<!DOCTYPE html>\r\n<p>x</p>\r\n```\r\n")
        #expect(answer.page.html == "<!DOCTYPE html>\r\n<p>x</p>\r")
        #expect(answer.page.firstLine == 3)
    }

    @Test func `looks into a markdown fence`() throws {
        let answer = try read("````markdown\nThe game\n```html\n\(page)\n```\n````")
        #expect(answer.page.html == page)
        #expect(answer.page.firstLine == 4)
    }

    @Test func `does not end the code at a fence inside a longer one`() throws {
        let code = "<!DOCTYPE html><script>const help = `\n```\ncode\n```\n`</script>"
        #expect(try read("````html\n\(code)\n````").page.html == code)
    }

    @Test func `prefers the last whole page to earlier drafts and short examples`() throws {
        let second = page.replacingOccurrences(of: "a = 1", with: "a = 2")
        let answer = try read("```html\n\(page)\n```\nBetter:\n```html\n\(second)\n```\nUse it:\n```html\n<html></html>\n```")
        #expect(answer.page.html == second)
        #expect(answer.notes == [Notes.severalPages(3)])
    }

    @Test func `puts a page together that was given in two parts`() throws {
        let answer = try read("```html\n<!DOCTYPE html>\n<html>\n<script>\nlet a\n```\nPart 2:\n```html\nlet b\n</script>\n</html>\n```")
        #expect(answer.page.html.hasSuffix("let b\n</script>\n</html>"))
        #expect(line(of: "let a", in: answer.page) == 5)
        #expect(line(of: "let b", in: answer.page) == 9)
        #expect(answer.notes.isEmpty)
    }

    // MARK: Several files

    @Test func `gives a document the files that it asks for by name`() throws {
        let answer = try read("""
            **index.html**
            ```html
            <!DOCTYPE html><link rel="stylesheet" href="style.css"><script src="js/game.js"></script>
            ```
            ### `style.css`
            ```css
            body { color: red; }
            ```
            ```javascript
            // js/game.js
            start()
            ```
            """)
        #expect(answer.page.files.keys.sorted() == ["js/game.js", "style.css"])
        #expect(answer.page.files["js/game.js"] == Data("// js/game.js\nstart()".utf8))
        #expect(!answer.page.html.contains("start()"))
    }

    @Test func `gives nameless blocks the names that the document asks for`() throws {
        let answer = try read("""
            ```html
            <!DOCTYPE html><link rel=stylesheet href=style.css><script src=script.js></script>
            ```
            ```css
            p { margin: 0 }
            ```
            ```js
            go()
            ```
            """)
        #expect(answer.page.files == ["style.css": Data("p { margin: 0 }".utf8), "script.js": Data("go()".utf8)])
    }

    @Test func `gives modules the modules that they import`() throws {
        let answer = try read("""
            ```html
            <!DOCTYPE html><script type="module" src="main.js"></script>
            ```
            `main.js`:
            ```js
            import { board } from './board.js'
            ```
            `board.js`:
            ```js
            export const board = []
            ```
            """)
        #expect(answer.page.files.keys.sorted() == ["board.js", "main.js"])
    }

    @Test func `puts styles and scripts into a document that has none, at their own lines`() throws {
        let answer = try read("""
            ```html
            <!DOCTYPE html>
            <html><body>
            <canvas id="c"></canvas>
            </body></html>
            ```
            The style:
            ```css
            canvas { border: 1px solid; }
            ```
            And the script:
            ```javascript
            const first = 1;
            const second = 2;
            ```
            """)
        #expect(answer.page.files.isEmpty)
        #expect(line(of: "border", in: answer.page) == 9)
        #expect(line(of: "second", in: answer.page) == 14)
        #expect(answer.page.html.hasSuffix("</script></body></html>"))
    }

    @Test func `leaves snippets alone that explain a document with a script of its own`() throws {
        let answer = try read("```html\n\(page)\n```\nThe important line:\n```js\nlet a = 1\n```")
        #expect(answer.page.html == page)
        #expect(answer.page.files.isEmpty)
    }

    // MARK: Scripts

    @Test func `makes a page around a script, at its own line`() throws {
        let answer = try read("Run this:\n```js\nconst a = 1\nlet b = a\n```")
        #expect(line(of: "const a", in: answer.page) == 3)
        #expect(answer.page.html.contains("<script>\nconst a = 1"))
    }

    @Test func `makes modules of scripts that import`() throws {
        #expect(try read("```js\nimport x from './x.js'\nlet y = x\n```").page.html.contains("<script type=\"module\">"))
    }

    @Test func `gives a script that would end its element a file, at its own line`() throws {
        let answer = try read("\n```js\nconst a = '</script>'\n```")
        #expect(answer.page.files == ["script.js": Data("\n\nconst a = '</script>'".utf8)])
        #expect(answer.page.html.contains("<script src=\"script.js\"></script>"))
    }

    // MARK: Bare code

    @Test func `finds a document without fences between prose`() throws {
        let answer = try read("Here is the game.\n\n\(page)\n\nPress Start.")
        #expect(answer.page.html == page)
        #expect(answer.page.firstLine == 3)
        #expect(answer.notes.isEmpty)
    }

    @Test func `takes a bare script`() throws {
        let answer = try read("const canvas = document.createElement('canvas');\ndocument.body.append(canvas);")
        #expect(line(of: "append", in: answer.page) == 2)
    }

    @Test func `ignores commands and finds the bare document`() throws {
        #expect(try read("```bash\npython3 -m http.server\n```\n\(page)").page.html == page)
    }

    // MARK: Thinking and cut answers

    @Test(arguments: ["<think>", "<thinking>", ""])
    func `ignores what a model thinks before it answers`(_ tag: String) throws {
        let close = tag == "<thinking>" ? "</thinking>" : "</think>"
        let answer = try read("\(tag)\nMaybe\n```html\n<!DOCTYPE html><p>draft\n```\n\(close)\n\n```html\n\(page)\n```")
        #expect(answer.page.html == page)
        #expect(answer.page.firstLine == 9)
    }

    @Test func `reads on behind the closing tag on the same line`() throws {
        #expect(try read("<think>hm</think>```html\n\(page)\n```").page.html == page)
    }

    @Test func `says that the code has no end`() throws {
        let answer = try read("```html\n<!DOCTYPE html>\n<script>\nfunction draw() {")
        #expect(answer.page.html.hasSuffix("function draw() {"))
        #expect(answer.notes == [Notes.cutOff])
        #expect(try read("<!DOCTYPE html>\n<html><script>for (").notes == [Notes.cutOff])
        #expect(try read("```js\nconst a = 1; function f() {").notes == [Notes.cutOff])
    }

    @Test func `does not call a whole document cut off for a missing fence`() throws {
        #expect(try read("```html\n\(page)\n").notes.isEmpty)
    }

    // MARK: Nothing to judge

    @Test(arguments: [
        ("", "the answer is empty"), (" \n\t\n", "the answer is empty"), ("I can't do that.", "the answer has no code"),
        ("<think>\nLet me see\n```html\n<p>", "the answer ends while the model is still thinking"),
        ("```python\nimport pygame\n```", "the answer has no page, only python"),
        ("```css\np { margin: 0; }\n```", "the answer has no page, only css"),
    ])
    func `says why an answer can't be judged`(_ text: String, _ problem: String) {
        let error = #expect(throws: InputError.self) { try read(text) }
        #expect(error?.problem == problem)
        #expect(error?.description.contains("\n") == false)
    }
}
