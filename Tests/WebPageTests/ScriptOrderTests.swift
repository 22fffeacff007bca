import Testing

@testable import WebPage

@Suite("Scripts of a page")
struct ScriptOrderTests {
    @Test func `run in the order of the document, deferred ones when it is complete`() throws {
        let page = try TestPage(
            """
            <!DOCTYPE html><script>var log = ['inline ' + (document.body === null)]</script>
            <script src="deferred.js" defer></script>
            <script src="classic.js"></script>
            <p id="text">p</p>
            <script>log.push('last ' + document.readyState)</script>
            """,
            files: [
                "deferred.js": "log.push('deferred ' + document.readyState + text.textContent)",
                "classic.js": "log.push('classic ' + document.getElementById('text'))",
            ])
        try page.expect("log", #"["inline true","classic null","last loading","deferred interactivep"]"#)
    }

    @Test func `share the names that they declare at their top level`() throws {
        let page = try TestPage("<script>let a = 1; const b = 2; class C {}</script><script>var sum = a + b + typeof C; a = 5</script>")
        try page.expect("[sum, a, globalThis.a === undefined, globalThis.sum === sum]", #"["3function",5,true,true]"#)
    }

    @Test func `go on after one that failed`() throws {
        let page = try TestPage("<script>var a = 1; nothing()</script><script>let b = ;</script><script>a += 1</script>")
        try page.expect("a", "2")
    }

    @Test func `know their own element while they run`() throws {
        let page = try TestPage(
            "<script id=one>var ids = [document.currentScript.id]</script><script id=two>ids.push(document.currentScript.id)</script>")
        try page.expect("ids.concat(document.currentScript)", #"["one","two",null]"#)
    }

    @Test func `that a page inserts run at once, or when their file is there`() throws {
        let page = try TestPage(
            """
            <body><script>
            var log = [];
            const inline = document.createElement('script');
            inline.textContent = "log.push('inline')";
            const file = document.createElement('script');
            file.src = 'file.js';
            file.onload = () => log.push('loaded');
            document.body.append(file, inline);
            log.push('inserted');
            </script>
            """, files: ["file.js": "log.push('file')"])
        try page.expect("log", #"["inline","inserted","file","loaded"]"#)
    }

    @Test func `that a page inserts inline can be used in the next line`() throws {
        let page = try TestPage(
            """
            <body><script>
            const script = document.createElement('script');
            script.textContent = 'function inserted() { return document.currentScript } var own = document.currentScript';
            document.body.append(script);
            var result = [own === script, inserted() === document.currentScript, document.currentScript !== script];
            const broken = document.createElement('script');
            broken.textContent = 'let = ;';
            document.body.append(broken);
            result.push('goes on');
            </script>
            """)
        try page.expect("result", #"[true,true,true,"goes on"]"#)
        #expect(page.records(.error).map(\.name) == ["SyntaxError"])
    }

    @Test func `of other types than JavaScript don't run`() throws {
        let page = try TestPage(
            #"<script>var n = 0</script><script type="text/template">n = 1</script><script type="text/javascript">n += 10</script>"#)
        try page.expect("n", "10")
    }

    @Test func `in innerHTML don't run`() throws {
        let page = try TestPage("<body><script>var n = 0; document.body.innerHTML += '<script>n = 1<\\/script>'</script>")
        try page.expect("n", "0")
    }

    @Test func `write markup that is parsed where they stand`() throws {
        let page = try TestPage("<body><i></i><script>document.write('<b>x</b>')</script><u></u>")
        try page.expect("[...document.body.children].map(e => e.localName)", #"["i","script","b","u"]"#)
    }

    @Test func `from the network are recorded and their error event fires`() throws {
        let page = try TestPage(#"<script src="https://example.com/lib.js" onerror="failed = true"></script>"#)
        try page.expect("failed", "true")
        #expect(page.records(.missing).map(\.name) == ["network script https://example.com/lib.js"])
    }

    @Test func `see DOMContentLoaded before load, with the document's states`() throws {
        let page = try TestPage(
            """
            <body onload="log.push('body ' + document.readyState)"><script>
            var log = [];
            document.addEventListener('DOMContentLoaded', () => log.push('content ' + document.readyState));
            document.addEventListener('readystatechange', () => log.push('state ' + document.readyState));
            window.addEventListener('load', () => log.push('load ' + document.readyState));
            </script>
            """)
        try page.expect("log", #"["state interactive","content interactive","state complete","body complete","load complete"]"#)
    }

    @Test func `as handler attributes see the event, the element and the form`() throws {
        let page = try TestPage(
            #"""
            <form name="f"><input name="n" value="v"><button type="button" id="b" title="t"
              onclick="result = [event.type, this.id, title, n.value, typeof self]">b</button></form>
            """#)
        page.page.click(selector: "#b")
        try page.expect("result", #"["click","b","t","v","object"]"#)
    }

    @Test func `that the document ends in the middle of never run, and it is told why`() throws {
        let page = try TestPage("<script>var a = 1</script>\n<script>var b = 2\nvar c = 3")
        try page.expect("[typeof a, typeof b]", #"["number","undefined"]"#)
        let errors = page.records(.error)
        #expect(errors.map(\.message) == ["The script has no end tag, so it never runs"])
        #expect(errors.map(\.isParseError) == [true])
        #expect(errors.map(\.line) == [2])
        let cut = try TestPage("<script>var a = 1\nfunction f() {")
        #expect(cut.records(.error).map(\.message) == ["Unexpected end of input"])
    }

    @Test func `inside drawings run like all others`() throws {
        let page = try TestPage("<svg><script>var place = document.currentScript.namespaceURI</script></svg><script type='module '>var never = 1</script>")
        try page.expect("[place, typeof never]", #"["http://www.w3.org/2000/svg","undefined"]"#)
    }

    /// A calculator's `append` would else be the document's own.
    @Test func `of handler attributes see the page's functions behind methods that must not hide them`() throws {
        let page = try TestPage(
            """
            <button id=a onclick="append('5')">5</button><button id=b onclick="remove()">C</button><button id=c onclick="told.push(typeof replaceChildren, typeof matches); clear()">=</button>
            <script>
            const told = [];
            function append(digit) { told.push(digit) }
            function clear() { told.push('cleared') }
            function remove() { told.push('gone') }
            for (const button of document.querySelectorAll('button')) button.click();
            </script>
            """)
        try page.expect("[told, document.querySelectorAll('button').length]", #"[["5","gone","undefined","function"],3]"#)
    }
}
