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
}
