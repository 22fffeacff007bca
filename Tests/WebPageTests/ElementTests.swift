import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("Elements")
struct ElementTests {
    @Test func `have lists of classes`() throws {
        let page = try TestPage(#"<!DOCTYPE html><body><p id=p class=" a  b a "></p>"#)
        try page.expect(
            returnedBy: """
            const c = p.classList, out = [c.length, c.contains('b'), c.toggle('b'), c.toggle('d', true), c.replace('a', 'e')];
            c.add('f', 'g');
            c.remove('g', 'none');
            return [...out, p.className, c.value, [...c]]
            """, #"[2,true,false,true,true,"e d f","e d f",["e","d","f"]]"#)
    }

    @Test func `refuse classes with blanks`() throws {
        let page = try TestPage("<!DOCTYPE html><body><p id=p></p>")
        try page.expect("['', 'a b'].map(n => { try { p.classList.add(n) } catch (e) { return e.name } })", #"["SyntaxError","InvalidCharacterError"]"#)
    }

    @Test func `keep data in attributes`() throws {
        let page = try TestPage("<!DOCTYPE html><body><p id=p data-row-index=4></p>")
        try page.expect(
            returnedBy: """
            p.dataset.colName = 'c';
            delete p.dataset.none;
            return [p.dataset.rowIndex, p.getAttribute('data-col-name'), 'rowIndex' in p.dataset, { ...p.dataset }]
            """, #"["4","c",true,{"rowIndex":"4","colName":"c"}]"#)
    }

    @Test func `are built from markup and give it back`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div id=d></div>")
        try page.expect(
            returnedBy: """
            d.innerHTML = '<p class="x">a &amp; b<br><!--c--></p>t&nbsp;<img>';
            return [d.innerHTML, d.children.length, d.childNodes.length, d.outerHTML.length, d.firstChild.textContent]
            """, #"["<p class=\"x\">a &amp; b<br><!--c--></p>t&nbsp;<img>",2,3,68,"a & b"]"#)
    }

    @Test func `take text without reading it as markup`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div id=d></div>")
        try page.expect(
            returnedBy: """
            d.textContent = '<b>1</b>';
            return [d.innerHTML, d.children.length, d.firstChild.nodeType]
            """, #"["&lt;b&gt;1&lt;/b&gt;",0,3]"#)
    }

    @Test func `are put beside, before and into one another`() throws {
        let page = try TestPage("<!DOCTYPE html><body><ul id=l><li>2</li></ul>")
        try page.expect(
            returnedBy: """
            l.insertAdjacentHTML('afterbegin', '<li>1</li>');
            l.append('t', document.createElement('li'));
            l.firstElementChild.before('x');
            l.lastChild.replaceWith('end');
            l.prepend(l.children[1]);
            return l.innerHTML
            """, #""<li>2</li>x<li>1</li>tend""#)
    }

    @Test func `move when they are put elsewhere`() throws {
        let page = try TestPage("<!DOCTYPE html><body><p id=a><b id=x></b></p><p id=c></p>")
        try page.expect(
            returnedBy: """
            c.appendChild(x);
            return [a.childNodes.length, x.parentNode.id, c.contains(x), x.isConnected, x.compareDocumentPosition(a)]
            """, #"[0,"c",true,true,2]"#)
    }

    @Test func `can't become their own child`() throws {
        let page = try TestPage("<!DOCTYPE html><body><p id=a><b id=x></b></p>")
        try page.expect(
            returnedBy: """
            try { x.appendChild(a) } catch (e) { return [e.name, e.code] }
            """, #"["HierarchyRequestError",3]"#)
    }

    @Test func `are copied with or without what is in them`() throws {
        let page = try TestPage("<!DOCTYPE html><body><p id=a class=k>t<b>u</b></p>")
        try page.expect(
            """
            [a.cloneNode().outerHTML, a.cloneNode(true).outerHTML, a.cloneNode(true).isEqualNode(a), a.cloneNode(true).parentNode]
            """, #"["<p id=\"a\" class=\"k\"></p>","<p id=\"a\" class=\"k\">t<b>u</b></p>",true,null]"#)
    }

    @Test func `reflect attributes in properties`() throws {
        let page = try TestPage(#"<!DOCTYPE html><body><a id=a href="x.html" title=t></a><input id=i value=1 maxlength=3>"#)
        try page.expect(
            returnedBy: """
            i.value = '2';
            a.tabIndex = 3;
            return [a.title, a.href.endsWith('/x.html'), a.getAttribute('href'), i.getAttribute('value'), i.defaultValue, i.maxLength,
              a.getAttribute('tabindex'), a.hidden, i.type]
            """, #"["t",true,"x.html","1","1",3,"3",false,"text"]"#)
    }

    @Test func `keep templates' content apart`() throws {
        let page = try TestPage("<!DOCTYPE html><body><template id=t><p>in</p></template>")
        try page.expect(
            returnedBy: """
            const copy = t.content.cloneNode(true);
            document.body.append(copy);
            return [t.children.length, t.content.children.length, document.querySelectorAll('p').length, copy.childNodes.length,
              document.querySelector('p').textContent]
            """, #"[0,1,1,0,"in"]"#)
    }

    @Test func `have styles that can be set and read`() throws {
        let page = try TestPage(#"<!DOCTYPE html><body><p id=p style="color: red; --n: 1"></p>"#)
        try page.expect(
            returnedBy: """
            p.style.backgroundColor = 'blue';
            p.style.width = '10';
            p.style.setProperty('--m', '2px');
            p.style.cssFloat = 'left';
            return [p.style.color, p.style.getPropertyValue('--n'), p.style.width, p.style.length, p.getAttribute('style'),
              p.style.display]
            """, #"["red","1","",5,"color: red; --n: 1; background-color: blue; --m: 2px; float: left;",""]"#)
    }

    @Test func `fill fragments and empty them into the document`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div id=d></div>")
        try page.expect(
            returnedBy: """
            const f = new DocumentFragment();
            f.append(document.createElement('b'), 'x');
            d.replaceChildren(f);
            return [f.childNodes.length, d.innerHTML]
            """, #"[0,"<b></b>x"]"#)
    }

    @Test func `give their names to the window`() throws {
        let page = try TestPage("<!DOCTYPE html><body><p id=score></p><form name=f></form><p id=dup></p><p id=dup></p>")
        try page.expect(
            returnedBy: """
            const found = [score.localName, f.localName, dup.length, window.none, typeof undefinedName];
            score.remove();
            found.push('score' in window);
            return found
            """, #"["p","form",2,null,"undefined",false]"#)
    }

    @Test func `can be reached as the tree that they are`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div id=d>a<b></b>c<i></i></div>")
        try page.expect(
            """
            [d.firstElementChild.localName, d.lastElementChild.localName, d.childElementCount, d.firstChild.nextSibling.localName,
              d.children[0].nextElementSibling.localName, d.children[1].previousSibling.data, d.parentElement.localName,
              d.getRootNode() === document]
            """, #"["b","i",2,"b","i","c","body",true]"#)
    }

    @Test func `tell observers what changed, once a task`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div id=d></div>")
        _ = try page(
            """
            new Promise(done => { new MutationObserver(list => done(list.map(r => [r.type, r.attributeName, r.addedNodes.length,
              r.oldValue]))).observe(d, { childList: true, attributes: true, attributeOldValue: true, subtree: true }); d.append('x');
              d.title = 'a'; d.title = 'b' }).then(v => { window.result = v })
            """)
        page.page.advance(milliseconds: 1)
        try page.expect("result", #"[["childList",null,1,null],["attributes","title",0,null],["attributes","title",0,"a"]]"#)
    }

    @Test func `have values in forms`() throws {
        let page = try TestPage("<!DOCTYPE html><body><form id=f><input name=a value=1><select name=s><option>x<option selected value=v>y</select><input type=checkbox name=c checked><textarea name=t>z</textarea></form>")
        try page.expect(
            """
            [[...new FormData(f)].join(';'), f.elements.length, f.s.selectedIndex, f.elements.a === f.a]
            """, #"["a,1;s,v;c,on;t,z",4,1,true]"#)
    }

    @Test func `of a drawing are built from markup as such`() throws {
        let page = try TestPage(#"<!DOCTYPE html><body><svg id=s viewBox="0 0 10 10"><g id=g></g><foreignObject id=f></foreignObject></svg>"#)
        try page.expect(
            returnedBy: """
            s.insertAdjacentHTML('beforeend', '<rect width="4"/><circle r="2"/>');
            g.innerHTML = '<path d="M0 0"/><linearGradient id="l"/>';
            f.innerHTML = '<p>text</p>';
            return [s.lastChild.constructor.name, s.children.length, s.querySelector('rect').width.baseVal.value,
              g.firstChild.namespaceURI, g.lastChild.tagName, f.firstChild.constructor.name]
            """, #"["SVGCircleElement",4,4,"http://www.w3.org/2000/svg","linearGradient","HTMLParagraphElement"]"#)
    }

    @Test func `of SVG don't take a class by name, and tell so in strict scripts`() throws {
        let page = try TestPage("<svg id=s class=a></svg>")
        try page.expect(
            returnedBy: """
            s.className = 'b';
            const strict = () => { 'use strict'; s.className = 'c' };
            try { strict() } catch (error) { return [s.className.baseVal, error.name] }
            """, #"["a","TypeError"]"#)
    }

    @Test func `are translated or not as the nearest attribute says`() throws {
        let page = try TestPage("<div id=a translate=no><b id=b></b></div>")
        try page.expect("[b.translate, b.translate = true, b.translate, b.getAttribute('translate')]", #"[false,true,true,"yes"]"#)
    }

    @Test func `take parts of their address, and let a strict script set what stays as it is`() throws {
        let page = try TestPage("<a id=a href='https://example.test/x?y#z'></a><a id=b></a>")
        try page.expect(
            returnedBy: """
            'use strict';
            a.hash = 'top';
            a.search = '';
            a.pathname = '/p';
            b.hash = 'none';
            document.fullscreenElement = a;
            document.fullscreenEnabled = false;
            return [a.href, b.href, document.fullscreenElement, document.fullscreenEnabled]
            """, #"["https://example.test/p#top","",null,true]"#)
    }
}
