import Testing

@testable import WebPage

@Suite("Events, in the details that few pages need")
struct EventDetailTests {
    @Test func `want a type when they are initialised by hand`() throws {
        let page = try TestPage("")
        try page.expect(returnedBy: "try { document.createEvent('Event').initEvent() } catch (error) { return error.name }", #""TypeError""#)
        try page.expect(returnedBy: "try { document.createEvent('CustomEvent').initCustomEvent() } catch (error) { return error.name }", #""TypeError""#)
    }

    @Test func `have a window for a view or none`() throws {
        let page = try TestPage("")
        try page.expect(returnedBy: "try { new UIEvent('x', { view: 7 }) } catch (error) { return error.name }", #""TypeError""#)
        try page.expect("new UIEvent('x', { view: window }).view === window", "true")
    }

    @Test func `are the window's current event outside of shadow trees only`() throws {
        let page = try TestPage(
            script: """
            const host = document.createElement('div'), inner = document.createElement('p'), seen = [];
            document.body.append(host);
            host.attachShadow({ mode: 'open' }).append(inner);
            inner.addEventListener('x', () => seen.push(window.event === undefined));
            host.addEventListener('x', (event) => seen.push(window.event === event));
            inner.dispatchEvent(new Event('x', { bubbles: true, composed: true }));
            """)
        try page.expect("seen", "[true,true]")
    }

    @Test func `hide what is inside a shadow tree as their related target`() throws {
        let page = try TestPage(
            script: """
            const host = document.createElement('div'), inner = document.createElement('input');
            document.body.append(host);
            host.attachShadow({ mode: 'closed' }).append(inner);
            let related;
            document.body.addEventListener('focusin', (event) => { related = event.relatedTarget });
            document.body.dispatchEvent(new FocusEvent('focusin', { relatedTarget: inner, composed: true }));
            """)
        try page.expect("related === host", "true")
    }

    @Test func `of animations reach listeners under their old names when there are no others`() throws {
        let page = try TestPage(
            """
            <style>@keyframes a { from { left: 0 } } div { animation: a 30ms }</style><div id=old></div><div id=both></div>
            <script>
            const seen = [];
            old.addEventListener('webkitAnimationEnd', (event) => seen.push('old ' + event.type));
            both.addEventListener('webkitAnimationEnd', (event) => seen.push('no'));
            both.onanimationend = (event) => seen.push('both ' + event.type);
            document.body.onwebkitanimationend = (event) => seen.push(event.target.id);
            </script>
            """)
        page.page.advance(milliseconds: 200)
        try page.expect("seen.sort()", #"["both","both animationend","old","old webkitAnimationEnd"]"#)
    }

    @Test func `change a checkbox that its own listener disables`() throws {
        let page = try TestPage(
            """
            <input id=box type=checkbox><script>
            const seen = [];
            box.onclick = () => { box.disabled = true };
            box.oninput = box.onchange = ({ type }) => seen.push(type);
            box.click();
            </script>
            """)
        try page.expect("seen", #"["input","change"]"#)
    }
}
