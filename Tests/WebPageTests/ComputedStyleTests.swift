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

    @Test func `obey media queries`() throws {
        let page = try TestPage("<!DOCTYPE html><body><style>@media (min-width:1000px){p{color:red}}@media (max-width:600px){p{color:blue}}@supports (display:grid){p{margin-top:7px}}</style><p id=p></p>")
        try page.expect(
            """
            [getComputedStyle(p).color, getComputedStyle(p).marginTop, matchMedia('(min-width: 1000px)').matches,
              matchMedia('(orientation: portrait)').matches]
            """, #"["rgb(255, 0, 0)","7px",true,false]"#)
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
}
