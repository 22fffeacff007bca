import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("Computed styles")
struct ComputedStyleTests {
    @Test func `follow specificity, order and importance`() throws {
        let page = try TestPage(#"<!DOCTYPE html><body><style>p{color:red}.c{color:green}#p{color:blue}p{color:black!important}.c{margin-left:3px}p{margin-left:9px}</style><p id=p class=c style="color:white"></p>"#)
        try page.expect("[getComputedStyle(p).color, getComputedStyle(p).marginLeft]", #"["rgb(0, 0, 0)","3px"]"#)
    }

    @Test func `inherit what is inherited`() throws {
        let page = try TestPage(#"<!DOCTYPE html><body><div style="color:rgb(1,2,3);border:1px solid;font-size:20px"><p id=p style="font-size:2em;width:50%"></p></div>"#)
        try page.expect(
            returnedBy: """
            const s = getComputedStyle(p);
            return [s.color, s.borderTopWidth, s.fontSize, s.display]
            """, #"["rgb(1, 2, 3)","0px","40px","block"]"#)
    }

    @Test func `resolve units, keywords and variables`() throws {
        let page = try TestPage(#"<!DOCTYPE html><body><style>:root{--c:rgb(0 128 0);--w:2rem}</style><p id=p style="color:var(--c);width:var(--w);height:10vw;opacity:50%;background:var(--none, #abc)"></p>"#)
        try page.expect(
            returnedBy: """
            const s = getComputedStyle(p);
            return [s.color, s.width, s.height, s.opacity, s.backgroundColor, s.getPropertyValue('--w')]
            """, #"["rgb(0, 128, 0)","32px","128px","0.5","rgb(170, 187, 204)","2rem"]"#)
    }

    @Test func `measure in lines of the element, and in those of its parent where its font's size is measured`() throws {
        let page = try TestPage("<!DOCTYPE html><html style='line-height: 18px'><body><div style='font-size: 20px; line-height: 2'><p id=p style='font-size: 2lh; line-height: 50px; width: 3lh; height: 2rlh'>")
        try page.expect("[getComputedStyle(p).fontSize, getComputedStyle(p).width, getComputedStyle(p).height]", #"["80px","150px","36px"]"#)
    }

    @Test func `take a background's size with or without blanks around its slash`() throws {
        let layers = ["#111 linear-gradient(#fff 1px,transparent 1px) 0 0/24px 24px", "#111 linear-gradient(#fff 1px,transparent 1px) 0 0 / 24px 24px", "#111 url(a/b.png) center/cover"]
        for (layer, size) in zip(layers, ["24px 24px", "24px 24px", "cover"]) {
            let page = try TestPage("<!DOCTYPE html><body><p id=p style='background: \(layer)'>")
            try page.expect("[getComputedStyle(p).backgroundColor, getComputedStyle(p).backgroundSize]", #"["rgb(17, 17, 17)","\#(size)"]"#)
        }
    }

    @Test func `obey media queries`() throws {
        let page = try TestPage("<!DOCTYPE html><body><style>@media (min-width:1000px){p{color:red}}@media (max-width:600px){p{color:blue}}@supports (display:grid){p{margin-top:7px}}</style><p id=p></p>")
        try page.expect(
            """
            [getComputedStyle(p).color, getComputedStyle(p).marginTop, matchMedia('(min-width: 1000px)').matches,
              matchMedia('(orientation: portrait)').matches]
            """, #"["rgb(255, 0, 0)","7px",true,false]"#)
    }

    @Test(arguments: [
        "<style>@keyframes a { to { opacity: 0 } } p { animation: a 30ms }</style><p></p>",
        "<style>p {}</style><p></p><script>const { sheet } = document.querySelector('style'); sheet.insertRule('@keyframes a {}'); sheet.insertRule('p { animation: a 30ms }')</script>",
        """
        <p></p><script>const sheet = new CSSStyleSheet(); sheet.replaceSync('@keyframes a {} p { animation: a 30ms }');
        document.adoptedStyleSheets = [sheet]</script>
        """,
        """
        <div><template shadowrootmode=open><style>@keyframes a {} p { animation: a 30ms }</style><p></p></template></div><script>
        document.querySelector('div').shadowRoot.addEventListener('animationend', () => { ends++ })</script>
        """,
    ])
    func `animate though nobody asks for them, wherever the rules are`(body: String) throws {
        let page = try TestPage("<!DOCTYPE html><body><script>let ends = 0; addEventListener('animationend', () => { ends++ })</script>" + body)
        page.page.advance(milliseconds: 200)
        try page.expect("ends > 0", "true")
    }

    @Test func `follow a class that becomes another and the same again`() throws {
        let page = try TestPage(
            "<!DOCTYPE html><body><style>.a { color: red } .b { color: lime } .b + p { margin-left: 3px } .b i { top: 2px }</style><p id=p class=a><i id=i></i></p><p id=next></p>")
        try page.expect(
            returnedBy: """
            const seen = [], look = () => seen.push([p, next, i].map((e) => getComputedStyle(e)).map((s) => s.color + s.marginLeft + s.top).join(' '));
            look();
            p.className = 'b'; p.className = 'a'; look();
            p.className = 'b'; look(); p.className = 'b'; look();
            p.classList.remove('b'); p.style.color = 'blue'; p.classList.add('b'); look();
            p.style.background = 'red'; p.style.background = 'red'; seen.push(p.style.backgroundColor);
            p.style.background = 'lime'; seen.push(getComputedStyle(p).backgroundColor);
            return seen
            """,
            #"["rgb(255, 0, 0)0pxauto rgb(0, 0, 0)0pxauto rgb(255, 0, 0)0pxauto","rgb(255, 0, 0)0pxauto rgb(0, 0, 0)0pxauto rgb(255, 0, 0)0pxauto","rgb(0, 255, 0)0pxauto rgb(0, 0, 0)3pxauto rgb(0, 255, 0)0px2px","rgb(0, 255, 0)0pxauto rgb(0, 0, 0)3pxauto rgb(0, 255, 0)0px2px","rgb(0, 0, 255)0pxauto rgb(0, 0, 0)3pxauto rgb(0, 0, 255)0px2px","red","rgb(0, 255, 0)"]"#)
    }

    @Test func `drop declarations that can't be read`() throws {
        let page = try TestPage("<!DOCTYPE html><body><style>p{color:red;color:nope;width:10px;width:-5px;;height:;margin-top:4px}</style><p id=p></p>")
        try page.expect(
            returnedBy: """
            const s = getComputedStyle(p);
            return [s.color, s.width, s.marginTop]
            """, #"["rgb(255, 0, 0)","10px","4px"]"#)
    }

    @Test func `change with classes and with style sheets`() throws {
        let page = try TestPage("<!DOCTYPE html><body><style id=st>.on{color:red}</style><p id=p></p>")
        try page.expect(
            returnedBy: """
            const read = () => getComputedStyle(p).color, out = [read()];
            p.className = 'on';
            out.push(read());
            st.sheet.insertRule('p.on { color: lime }', 1);
            out.push(read());
            st.remove();
            out.push(read());
            return out
            """, #"["rgb(0, 0, 0)","rgb(255, 0, 0)","rgb(0, 255, 0)","rgb(0, 0, 0)"]"#)
    }

    @Test func `are spoilt by a brace that closes nothing for one rule only`() throws {
        let page = try TestPage("<style>p { color: red } } p { color: lime } p { width: 50px }</style><p>x")
        try page.expect("(({ color, width }) => [color, width])(getComputedStyle(document.querySelector('p')))", #"["rgb(255, 0, 0)","50px"]"#)
    }

    @Test func `are spoilt to the sheet's end by a parenthesis that stays open`() throws {
        let page = try TestPage("<style>p { color: red } p { color: rgb(0, 0, 255 } p { width: 50px; color: lime }</style><p>x")
        try page.expect("getComputedStyle(document.querySelector('p')).color", #""rgb(255, 0, 0)""#)
    }

    @Test func `begin transitions and animations that only an element's own style names`() throws {
        let page = try TestPage(
            """
            <style>@keyframes a { from { left: 0 } }</style><div id=d></div>
            <script>const seen = []; d.onanimationend = d.ontransitionend = ({ type }) => seen.push(type); d.style.animation = 'a 30ms';</script>
            """)
        page.page.advance(milliseconds: 100)
        _ = try page("getComputedStyle(d).opacity, d.style.transition = 'opacity 30ms', d.style.opacity = 0, 0")
        page.page.advance(milliseconds: 200)
        try page.expect("seen", #"["animationend","transitionend"]"#)
    }

    @Test func `follow the state of form controls, also where it reaches other elements`() throws {
        let page = try TestPage(
            """
            <style>
            #box:checked + p { color: red } div:has(:checked) { color: lime } #box:focus ~ p { width: 50px } p { width: 20px }
            </style><div><input id=box type=checkbox><p id=p>x</div>
            <script>const look = () => [getComputedStyle(p).color, getComputedStyle(p.parentNode).color, getComputedStyle(p).width].join()</script>
            """)
        try page.expect("look()", #""rgb(0, 0, 0),rgb(0, 0, 0),20px""#)
        try page.expect("box.checked = true, look()", #""rgb(255, 0, 0),rgb(0, 255, 0),20px""#)
        try page.expect("box.focus(), look()", #""rgb(255, 0, 0),rgb(0, 255, 0),50px""#)
        try page.expect("box.checked = false, box.blur(), look()", #""rgb(0, 0, 0),rgb(0, 0, 0),20px""#)
    }

    @Test func `of running animations are those of the moment in which they are read`() throws {
        let page = try TestPage("<style>@keyframes a { to { left: 100px } } div { position: absolute; left: 0; animation: a 1s linear forwards }</style><div id=d></div>")
        page.page.advance(milliseconds: 3000)
        try page.expect("getComputedStyle(d).left", #""100px""#)
    }

    @Test func `of slotted elements and hosts come from the shadow tree unless their own has another`() throws {
        let page = try TestPage(
            """
            <!DOCTYPE html><style>#own, #host { opacity: 0.25 }</style>
            <div id=host><b slot=s id=one></b><i id=two></i><b slot=s id=own></b></div><div id=other></div>
            """)
        try page.expect(
            returnedBy: """
            const tree = '<style>:host { opacity: 0.5 } :host(.on) { width: 7px } ::slotted(b) { opacity: 0.75 } .in ::slotted(*) { height: 3px }</style>';
            host.attachShadow({ mode: 'open' }).innerHTML = tree + '<p class="in"><slot name="s"></slot></p><slot></slot>';
            other.attachShadow({ mode: 'open' }).innerHTML = tree;
            const style = (element) => getComputedStyle(element);
            const before = [style(host).opacity, style(other).opacity, style(one).opacity, style(own).opacity, style(two).opacity, style(other).width === '7px'];
            other.className = 'on';
            one.removeAttribute('slot');
            return [...before, style(other).width, style(one).opacity]
            """, #"["0.25","0.5","0.75","0.25","1",false,"7px","0.75"]"#)
    }

    @Test func `follows the state of what stands before it, whatever else changes`() throws {
        let page = try TestPage(
            """
            <!DOCTYPE html><style>p { color: red } input:checked + p { color: green } .on ~ p { color: blue }</style>
            <input type=checkbox id=c><p id=p></p>
            """)
        try page.expect("getComputedStyle(p).color", #""rgb(255, 0, 0)""#)
        try page.expect("(c.checked = true, p.className = 'x', getComputedStyle(p).color)", #""rgb(0, 128, 0)""#)
        try page.expect("(c.checked = false, c.className = 'on', getComputedStyle(p).color)", #""rgb(0, 0, 255)""#)
        try page.expect("(c.className = 'off', getComputedStyle(p).color)", #""rgb(255, 0, 0)""#)
    }
}
