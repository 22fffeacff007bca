import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("Collections of nodes")
struct CollectionTests {
    @Test func `are live where the standard says so`() throws {
        let page = try TestPage("<!DOCTYPE html><body><p class=a></p>")
        try page.expect(
            returnedBy: """
            const live = document.getElementsByClassName('a'), tags = document.getElementsByTagName('p'),
              fixed = document.querySelectorAll('p');
            document.body.append(Object.assign(document.createElement('p'), { className: 'a' }));
            return [live.length, tags.length, fixed.length, document.body.children.length, live === document.getElementsByClassName('a')]
            """, "[2,2,1,2,true]")
    }

    @Test func `have items by number and by name`() throws {
        let page = try TestPage("<!DOCTYPE html><body><p id=one></p><p name=two></p>")
        try page.expect(
            returnedBy: """
            const all = document.getElementsByTagName('p');
            return [all[0].id, all.item(1).getAttribute('name'), all.namedItem('one') === all[0], all.two === all[1], all[2], all.item(2)]
            """, #"["one","two",true,true,null,null]"#)
    }

    @Test func `can be gone through in every way`() throws {
        let page = try TestPage("<!DOCTYPE html><body><b>1</b><b>2</b>")
        try page.expect(
            returnedBy: """
            const list = document.querySelectorAll('b'), out = [];
            list.forEach((e, i) => out.push(e.textContent + i));
            for (const e of list) out.push(e.textContent);
            return [out, [...list.keys()], Array.from(document.body.children, e => e.localName), Object.prototype.toString.call(list)]
            """, #"[["10","21","1","2"],[0,1],["b","b"],"[object NodeList]"]"#)
    }

    @Test func `shrink while a loop empties them`() throws {
        let page = try TestPage("<!DOCTYPE html><body><i></i><i></i><i></i>")
        try page.expect(
            returnedBy: """
            const all = document.getElementsByTagName('i');
            let n = 0;
            while (all.length) { all[0].remove(); n++ } return n
            """, "3")
    }

    @Test func `of children follow what is put at the end, in the middle and away`() throws {
        let page = try TestPage("<!DOCTYPE html><body><p id=p><b>1</b>a<b>2</b></p>")
        try page.expect(
            returnedBy: """
            const p = document.getElementById('p'), { children, childNodes } = p, out = [];
            const tell = () => out.push([...children].map(e => e.textContent).join('') + ' ' + childNodes.length + ' ' + (children[3]?.textContent ?? '-'));
            const b = (text) => Object.assign(document.createElement('b'), { textContent: text });
            p.append(b(3), 'text'); tell();
            p.append('x', b(4), b(5)); tell();
            p.appendChild(children[0]); tell();
            p.insertBefore(b(0), children[0]); tell();
            children[1].remove(); tell();
            p.innerHTML = ''; tell();
            p.append(b(6)); tell();
            return out
            """, #"["123 5 -","12345 8 4","23451 8 5","023451 9 4","03451 8 5"," 0 -","6 1 -"]"#)
    }

    @Test func `are gone through as they are at each step, but for what comes to them meanwhile`() throws {
        let page = try TestPage("<!DOCTYPE html><body><p id=p><b>1</b><b>2</b><b>3</b><b>4</b></p>")
        try page.expect(
            returnedBy: """
            const nodes = document.getElementById('p').childNodes, seen = [];
            nodes.forEach(node => { seen.push(node.textContent); node.remove() });
            nodes.forEach(node => { seen.push(node.textContent); if (nodes.length < 5) node.parentNode.append(node.textContent + '+') });
            return seen
            """, #"["1","3","2","4"]"#)
    }
}
