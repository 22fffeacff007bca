import Testing

@testable import WebPage

@Suite("Errors of a page")
struct PageErrorTests {
    private func place(_ record: PageRecord?) -> String {
        guard let record else { return "none" }
        return "\(record.name ?? "") \(record.source ?? ""):\(record.line ?? 0):\(record.column ?? 0)"
    }

    @Test func `of syntax in an inline script have the document's line and column`() throws {
        let page = try TestPage("<!DOCTYPE html>\n<body>\n  <script>let a = 1;\n  let b = ;\n</script>")
        let errors = page.records(.error)
        #expect(errors.count == 1)
        #expect(errors.first?.name == "SyntaxError")
        #expect(errors.first?.line == 4)
        #expect(errors.first?.column == 11)
    }

    @Test func `of syntax on a script's first line count the columns before it`() throws {
        let page = try TestPage("<p>text</p><script>let = = 1</script>")
        let error = page.records(.error).first
        #expect(error?.line == 1)
        #expect(error?.column == 26)
    }

    @Test func `of syntax in a file have the file's line`() throws {
        let page = try TestPage("\n\n<script src='game.js'></script>", files: ["game.js": "let a = 1;\nif (a {\n}"])
        #expect(place(page.records(.error).first) == "SyntaxError game.js:2:7")
    }

    @Test func `of syntax in a module have the document's line`() throws {
        let page = try TestPage("<!DOCTYPE html>\n<script type=module>\nconst a = 1;\nfunction (</script>")
        let error = page.records(.error).first
        #expect(error?.name == "SyntaxError")
        #expect(error?.line == 4)
        #expect(error?.column == 1)
    }

    @Test func `in modules are told to the window, too`() throws {
        let page = try TestPage(
            "<script>onerror = (message, source, line, column) => { seen = [source, line, column] }</script>\n<script type=module>import './m.js'</script>",
            files: ["m.js": "let a;\nlet b = ];"])
        try page.expect("seen", #"["https://submission.test/m.js",2,9]"#)
        #expect(page.records(.error).count == 1)
    }

    @Test func `in names that a module doesn't export have the place of the import`() throws {
        let page = try TestPage("<script type=module>\nimport { none } from './m.js'</script>", files: ["m.js": "export const some = 1"])
        #expect(place(page.records(.error).first) == "SyntaxError index.html:2:10")
    }

    @Test func `of syntax in an answer's page have the answer's line`() throws {
        let page = try TestPage("<!DOCTYPE html>\n<script>\nlet a = ;\n</script>", firstLine: 11)
        let error = page.records(.error).first
        #expect(error?.line == 13)
        #expect(error?.column == 9)
    }

    @Test func `that nobody caught have their time and place`() throws {
        let page = try TestPage("<!DOCTYPE html>\n<script>\nsetTimeout(() => {\n  missing.name\n}, 250)\n</script>", firstLine: 5)
        #expect(page.records(.error).isEmpty)
        page.page.advance(milliseconds: 300)
        let error = page.records(.error).first
        #expect(error?.name == "ReferenceError")
        #expect(error?.message?.contains("missing") == true)
        #expect(error?.line == 8)
        #expect((error?.time ?? 0).rounded() == 250)
    }

    @Test func `in handler attributes are recorded and other listeners go on`() throws {
        let page = try TestPage("<button id=b onclick='nothing()'>b</button><script>b.addEventListener('click', () => { clicked = 1 })</script>")
        page.page.click(selector: "#b")
        #expect(page.records(.error).map(\.name) == ["ReferenceError"])
        try page.expect("clicked", "1")
    }

    @Test func `are told to the window's handlers`() throws {
        let page = try TestPage(
            """
            <script>
            var seen = [];
            onerror = (message, source, line) => { seen.push(typeof message, line); return true };
            addEventListener('error', event => seen.push(event.error instanceof TypeError, event.type));
            </script>
            <script>
            null.x</script>
            """)
        try page.expect("seen", #"["string",7,true,"error"]"#)
        #expect(page.records(.error).count == 1)
    }

    @Test func `that are no errors are recorded by their text`() throws {
        let page = try TestPage(script: "setTimeout(() => { throw 'over' }); setTimeout(() => { throw { code: 3 } }); setTimeout(() => { throw null })")
        page.page.advance(milliseconds: 10)
        #expect(page.records(.error).map(\.message) == ["over", "", "null"])
    }

    @Test func `in promises are rejections when nobody handles them`() throws {
        let page = try TestPage(
            script: """
            var seen = [];
            addEventListener('unhandledrejection', event => seen.push(event.reason.message));
            setTimeout(async () => { await 0; throw new RangeError('late') }, 100);
            Promise.reject(new Error('caught')).catch(() => {});
            """)
        page.page.advance(milliseconds: 200)
        let rejections = page.records(.rejection)
        #expect(rejections.map(\.message) == ["late"])
        #expect(rejections.first?.name == "RangeError")
        #expect((rejections.first?.time ?? 0).rounded() == 100)
        #expect(rejections.first?.line == 3)
        try page.expect("seen", #"["late"]"#)
    }

    @Test func `by the thousand are counted and not all kept`() throws {
        let page = try TestPage(script: "for (let i = 0; i < 1500; i++) setTimeout(() => { throw i })")
        page.page.advance(milliseconds: 10)
        let records = page.page.drainRecords()
        #expect(records.count { $0.kind == .error } == 1000)
        #expect(records.first { $0.kind == .omitted }?.count == 500)
    }

    @Test func `end a page whose script runs longer than it may`() throws {
        let page = try TestPage(script: "setTimeout(() => { for (;;); }, 100); setTimeout(() => { later = true }, 200)", options: PageOptions(callSeconds: 0.2))
        page.page.advance(milliseconds: 500)
        #expect(page.page.hang?.kind == .hang)
        #expect(page.page.hang?.time == 100)
        #expect(page.page.now == 100)
    }
}
