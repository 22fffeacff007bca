import Testing

@testable import WebPage

/// Tables and parsers of the prelude run in a realm that all pages share; no page sees anything of it.
@Suite("What a page gets")
struct RealmTests {
    private static let document = """
        <!DOCTYPE html><style>p { color: red; transition: opacity 1s } @media print { p { color: blue } } @keyframes k { from { top: 0 } }
        i::before { content: 'x' } #b { animation: k 1s }</style>
        <p id=a>text <i>more</i></p><p id=b>other</p><svg id=s width=50 height=50><rect id=r width=10 height=10 /></svg>
        <script>const seen = [];
        const tries = (body) => { try { return body() } catch (error) { return error } };
        new ResizeObserver(entries => seen.push(entries, ...entries, ...entries.map(e => e.contentRect), ...entries.map(e => e.contentBoxSize))).observe(a);
        new IntersectionObserver(entries => seen.push(entries, ...entries, ...entries.map(e => e.boundingClientRect))).observe(a);
        for (const type of ['transitionrun', 'transitionend', 'animationstart', 'animationend']) addEventListener(type, event => seen.push(event), true);
        </script>
        """

    private static let expressions = [
        "getComputedStyle(a)", "[...getComputedStyle(a)]", "getComputedStyle(a, '::before')", "a.computedStyleMap()", "tries(() => getComputedStyle(1))",
        "tries(() => { getComputedStyle(a).color = 'red' })", "tries(() => getComputedStyle(a).removeProperty('color'))", "a.style",
        "document.styleSheets", "document.styleSheets[0]", "document.styleSheets[0].cssRules", "[...document.styleSheets[0].cssRules]",
        "document.styleSheets[0].cssRules[0].style", "document.styleSheets[0].cssRules[1].cssRules[0]", "document.styleSheets[0].cssRules[1].media",
        "tries(() => document.styleSheets[0].insertRule('{'))", "tries(() => document.styleSheets[0].deleteRule(99))",
        "tries(() => new CSSStyleSheet().replaceSync('p{}'))", "new CSSStyleSheet().replace('p{}')",
        "a.getBoundingClientRect()", "a.getClientRects()", "[...a.getClientRects()]", "document.elementFromPoint(10, 20)", "document.elementsFromPoint(10, 20)",
        "a.animate({ opacity: [0, 1] }, 100)", "a.animate([{ opacity: 0 }, { opacity: 1 }], 100).effect.getKeyframes()",
        "a.animate({ left: ['0px', '9px'] }, 9).effect.getComputedTiming()", "a.animate({}, 9).finished", "tries(() => a.animate(5, 'x'))",
        "a.getAnimations()", "document.getAnimations()", "document.getAnimations().map(e => e.effect)", "r.getBBox()", "tries(() => s.createSVGPoint())",
        "matchMedia('print')", "document.fonts", "window.visualViewport", "a.offsetParent", "document.caretRangeFromPoint?.(10, 20)",
        "(() => { const range = document.createRange(); range.selectNodeContents(a); return range.getClientRects() })()", "seen", "[...seen]",
    ]

    @Test func `is of its own realm`() throws {
        let test = try TestPage(Self.document)
        _ = test.page.boxes(ofSurface: 0)
        _ = try test("(() => { a.style.opacity = 0 })()")
        test.page.advance(milliseconds: 2500)
        for expression in Self.expressions {
            let foreign = try test(
                """
                (() => {
                  const isForeign = (value) => {
                    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
                    let top = value;
                    while (Object.getPrototypeOf(top) !== null) top = Object.getPrototypeOf(top);
                    return top.hasOwnProperty !== Object.prototype.hasOwnProperty;
                  };
                  const value = \(expression), held = Array.isArray(value) ? value : [];
                  const own = Object(value) === value ? Object.keys(value).map(key => tries(() => value[key])) : [];
                  return [value, ...held, ...own].filter(isForeign).map(e => Object.prototype.toString.call(e))
                })()
                """)
            #expect(foreign == "[]", "\(expression)")
        }
    }
}
