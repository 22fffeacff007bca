import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("Custom elements and shadow trees")
struct CustomElementTests {
    @Test func `are upgraded and told of their life`() throws {
        let page = try TestPage("<!DOCTYPE html><body><x-a n=1></x-a>")
        try page.expect(
            returnedBy: """
            const log = [];
            customElements.define('x-a', class extends HTMLElement { static observedAttributes = ['n']; constructor() { super();
              log.push('made') } connectedCallback() { log.push('in') } disconnectedCallback() {
              log.push('out') } attributeChangedCallback(n, a, b) { log.push([n, a, b].join()) } });
            const e = document.querySelector('x-a');
            e.setAttribute('n', 2);
            e.remove();
            return [log, e.constructor.name.length, document.createElement('x-a') instanceof customElements.get('x-a')]
            """, #"[["made","n,,1","in","n,1,2","out","made"],0,true]"#)
    }

    @Test func `hide their tree from the document`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div id=h></div>")
        try page.expect(
            returnedBy: """
            const root = h.attachShadow({ mode: 'open' });
            root.innerHTML = '<p id=in>s</p>';
            return [document.querySelector('p'), h.shadowRoot === root, root.querySelector('p').id, h.innerHTML, root.host === h,
              root.getElementById('in').getRootNode() === root]
            """, #"[null,true,"in","",true,true]"#)
    }

    @Test func `retarget events that come out of them`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div id=h></div>")
        try page.expect(
            returnedBy: """
            const root = h.attachShadow({ mode: 'open' });
            root.innerHTML = '<b>b</b>';
            const seen = [];
            document.body.addEventListener('click', e => seen.push(e.target.id, e.composedPath()[0].localName));
            root.firstChild.click();
            root.firstChild.dispatchEvent(new Event('x', { bubbles: true }));
            return seen
            """, #"["h","b"]"#)
    }

    @Test func `give slots to what stands in the host`() throws {
        let page = try TestPage("<!DOCTYPE html><body><div id=h><i slot=s>1</i>2</div>")
        try page.expect(
            returnedBy: """
            const root = h.attachShadow({ mode: 'open' });
            root.innerHTML = '<slot name=s></slot><slot>d</slot>';
            const [s, rest] = root.children;
            return [s.assignedElements()[0].localName, rest.assignedNodes()[0].data, h.firstChild.assignedSlot === s]
            """, #"["i","2",true]"#)
    }
}
