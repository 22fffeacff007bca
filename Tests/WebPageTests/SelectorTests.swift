import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("Selectors")
struct SelectorTests {
    @Test func `find elements by every usual kind of condition`() throws {
        let page = try TestPage(##"<!DOCTYPE html><body><div class="a b" id=x data-n=1><p>1</p><p class=on>2</p><p>3</p></div><a href="#">l</a>"##)
        try page.expect(
            """
            ['.a.b', '#x', 'div > p', 'p.on + p', 'p:first-child ~ p', '[data-n]', '[data-n="1"]', '[class~=b]', '[href^="#"]',
              'p:nth-child(2n+1)', 'p:not(.on)', ':is(a, .on)', 'div:has(> .on)', 'p:last-of-type', 'p:nth-last-child(2)', '*|p',
              'DIV'].map(s => document.body.querySelectorAll(s).length)
            """, "[1,1,3,1,2,1,1,1,1,2,2,2,1,1,1,3,1]")
    }

    @Test func `list what they find in the order of the document`() throws {
        let page = try TestPage("<!DOCTYPE html><body><b id=1></b><i id=2><b id=3></b></i><u id=4></u>")
        try page.expect("[...document.querySelectorAll('u, b, i')].map(e => e.id)", #"["1","2","3","4"]"#)
    }

    @Test func `find again what they found, until it is somewhere else or another one`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div id=o><b data-x=1 data-y=2></b><b data-x=2 data-y=2 class=on></b></div>")
        try page.expect(
            """
            const at = (x, y) => o.querySelector(`[data-x="${x}"][data-y="${y}"]`), all = [];
            const see = () => all.push(at(1, 2) === o.children[0], at(2, 2) === o.children[1], at(3, 2), o.querySelector('b.on[data-x]')?.dataset.x);
            see();
            o.children[0].className = 'on'; see();
            o.children[0].remove(); o.append(document.createElement('b')); o.lastChild.dataset.x = 3; o.lastChild.setAttribute('data-y', 2);
            all.push(at(1, 2), at(2, 2) === o.children[0], at(3, 2) === o.children[1]);
            o.children[1].dataset.x = 4;
            all.push(at(3, 2), at(4, 2) === o.children[1]);
            o.insertAdjacentHTML('afterbegin', '<b data-x=4 data-y=2></b>');
            all.push(at(4, 2) === o.children[0]);
            o.innerHTML = '';
            all.push(at(4, 2));
            all
            """, #"[true,true,null,"2",true,true,null,"1",null,true,true,null,true,true,null]"#)
    }

    @Test func `know the scope that they start from`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div id=o><div><p id=p></p></div></div>")
        try page.expect(
            """
            [o.querySelector(':scope > p'), o.querySelector(':scope > div > p').id, o.querySelector('body p').id]
            """, #"[null,"p","p"]"#)
    }

    @Test func `match and find the nearest ancestor`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div class=board><span><b id=b></b></span></div>")
        try page.expect(
            """
            [b.matches('.board b'), b.closest('.board').className, b.closest('b') === b, b.closest('p')]
            """, #"[true,"board",true,null]"#)
    }

    @Test func `throw a SyntaxError for what they can't read`() throws {
        let page = try TestPage("<!DOCTYPE html><body>")
        try page.expect(
            """
            ['[', 'p:', '..a', ''].map(s => { try { document.querySelector(s); return 'none' } catch (e) {
              return e.name + (e instanceof DOMException) } })
            """, #"["SyntaxErrortrue","SyntaxErrortrue","SyntaxErrortrue","SyntaxErrortrue"]"#)
    }

    @Test func `take escaped and odd names`() throws {
        let page = try TestPage(#"<!DOCTYPE html><body><p id="1:a" class="w-1/2"></p>"#)
        try page.expect(
            #"""
            [document.querySelector('#\\31 \\:a') !== null, document.querySelector('.w-1\\/2') !== null,
              document.querySelector('#' + CSS.escape('1:a')) !== null]
            """#, "[true,true,true]")
    }

    @Test func `tell the state of controls`() throws {
        let page = try TestPage("<!DOCTYPE html><body><input id=c type=checkbox checked><input id=d disabled><input id=r required><option selected>")
        try page.expect(
            """
            [':checked', ':disabled', ':required', ':enabled', ':invalid'].map(s => document.querySelectorAll(s).length)
            """, "[2,1,1,3,1]")
    }
}
