import Testing

@testable import WebPage

@Suite("The pointer that a player moves")
struct PointerTests {
    private static let box = "<!DOCTYPE html><body style='margin:0'><div id=box style='width:100px;height:50px'></div>"

    @Test func `clicks an element with all the events of a press`() throws {
        let page = try TestPage(
            Self.box + """
                <script>
                var log = [];
                for (const type of ['pointerover', 'pointerenter', 'mouseover', 'mousemove', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
                  box.addEventListener(type, e => log.push(e.type));
                </script>
                """)
        #expect(page.page.click(selector: "#box"))
        try page.expect("log.join(' ')", #""pointerover pointerenter mouseover mousemove pointerdown mousedown pointerup mouseup click""#)
    }

    @Test func `clicks an element in its middle`() throws {
        let page = try TestPage(Self.box + "<script>box.onclick = e => { at = [e.clientX, e.clientY, e.offsetX, e.offsetY, e.button, e.detail, e.isTrusted] }</script>")
        page.page.click(selector: "#box")
        try page.expect("at", "[50,25,50,25,0,1,true]")
    }

    @Test func `says when no element matches`() throws {
        let page = try TestPage(Self.box)
        #expect(!page.page.click(selector: "#none"))
        #expect(!page.page.click(selector: "###"))
    }

    @Test func `clicks what lies on top at a point`() throws {
        let page = try TestPage(
            Self.box + """
                <div id=top style="position:absolute;left:20px;top:10px;width:10px;height:10px"></div>
                <script>var hits = []; document.onclick = e => hits.push(e.target.id || e.target.localName)</script>
                """)
        for (x, y) in [(25.0, 15.0), (5, 5), (500, 500)] { page.page.click(x: x, y: y) }
        try page.expect("hits", #"["top","box","html"]"#)
    }

    @Test func `does not click through what takes no pointer events`() throws {
        let page = try TestPage(
            Self.box + """
                <div style="position:absolute;left:0;top:0;width:100px;height:50px;pointer-events:none"></div>
                <script>document.onclick = e => { hit = e.target.id }</script>
                """)
        page.page.click(x: 10, y: 10)
        try page.expect("hit", #""box""#)
    }

    @Test func `doesn't click a disabled button`() throws {
        let page = try TestPage("<button id=b disabled onclick='clicked = 1'>b</button>")
        page.page.click(selector: "#b")
        try page.expect("typeof clicked", #""undefined""#)
    }

    @Test func `gives the focus to what can have it`() throws {
        let page = try TestPage(
            """
            <button id=b>b</button><p id=p>p</p><script>
            var log = [];
            b.onfocus = () => log.push('focus'); b.onblur = () => log.push('blur');
            document.addEventListener('focusin', e => log.push('in ' + e.target.id));
            </script>
            """)
        page.page.click(selector: "#b")
        try page.expect("document.activeElement.id", #""b""#)
        page.page.click(selector: "#p")
        try page.expect("document.activeElement.localName", #""body""#)
        try page.expect("log", #"["focus","in b","blur"]"#)
    }

    @Test func `checks a box and tells so`() throws {
        let page = try TestPage("<label id=l><input type=checkbox id=c>sound</label><script>var log = []; c.onchange = () => log.push(c.checked)</script>")
        page.page.click(selector: "#c")
        page.page.click(selector: "#l")
        try page.expect("log", "[true,false]")
    }

    @Test func `lists what a person could click`() throws {
        let page = try TestPage(
            """
            <button id=start class="big red">Start</button><button disabled>no</button><div id=card>card</div><p>text</p>
            <button hidden>gone</button><script>card.addEventListener('click', () => {})</script>
            """)
        let found = page.page.clickables()
        #expect(found.map(\.text) == ["Start", "no", "card"])
        #expect(found.map(\.disabled) == [false, true, false])
        #expect(found.first?.className == "big red")
        #expect(found.allSatisfy { $0.width > 0 && $0.height > 0 })
    }

    @Test func `taps with touch events first and a click last`() throws {
        let bridge = PageExtension(
            name: "touch", source: "page.touch = (type, x, y) => Input.touch(type, [{ identifier: 0, x, y }]);")
        let page = try TestPage(
            Self.box + """
                <script>
                var log = [];
                for (const type of ['touchstart', 'touchend', 'pointerdown', 'mousedown', 'click']) box.addEventListener(type, e => {
                  log.push(e.type + (e.changedTouches ? [e.touches.length, e.changedTouches[0].clientX, e.changedTouches[0].target.id] : ''));
                });
                </script>
                """, extensions: [bridge])
        for type in ["touchstart", "touchend"] {
            page.page.perform("touch", [page.page.context.value(type), page.page.context.value(30), page.page.context.value(20)])
        }
        try page.expect("log.join(' ')", #""pointerdown touchstart1,30,box touchend0,30,box mousedown click""#)
    }

    @Test func `presses outside hide a popover, those inside and on its button don't`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div id=menu popover><button id=in>i</button></div><button id=open popovertarget=menu>o</button><p id=out>text</p>")
        for (selector, isOpen) in [("#open", true), ("#in", true), ("#out", false), ("#open", true), ("#open", false)] {
            #expect(page.page.click(selector: selector))
            page.page.advance(milliseconds: 50)
            try page.expect("document.getElementById('menu').matches(':popover-open')", "\(isOpen)")
        }
    }
}
