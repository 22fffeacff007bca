import Testing

@testable import WebPage

/// The attributes of `style` by which scripts name properties. The answers are those that Chromium gives.
@Suite("A style's attributes")
struct StyleAttributeTests {
    private let page: TestPage

    init() throws {
        page = try TestPage("<p>Text</p><script>const { style } = document.querySelector('p');</script>")
    }

    @Test func `are all there before any was named`() throws {
        try page.expect(
            "['color', 'backgroundColor', 'background-color', 'webkitTransform', 'WebkitTransform', 'cssFloat', 'flatness'].map(name => name in style)",
            "[true,true,true,true,true,true,false]")
    }

    @Test func `are listed with the methods`() throws {
        try page.expect(
            returnedBy: """
            const names = [];
            for (const name in style) names.push(name);
            return ['color', 'backgroundColor', 'border-top-width', 'cssText', 'setProperty', 'flatness'].map(name => names.filter(other => other === name).length)
            """, "[1,1,1,1,1,0]")
    }

    @Test func `give the empty string for what isn't set`() throws {
        try page.expect("[style.color, style.webkitAnimationName, style.flatness ?? null]", #"["","",null]"#)
    }

    @Test func `set the property that they name`() throws {
        try page.expect(
            returnedBy: """
            style.color = 'red';
            style['background-color'] = 'blue';
            style.WebkitTransform = 'none';
            return style.cssText
            """, #""color: red; background-color: blue; transform: none;""#)
    }

    @Test func `leave what names no property to the object`() throws {
        try page.expect("style.flatness = 3, [style.flatness, Object.keys(style).includes('flatness'), style.cssText]", #"[3,true,""]"#)
    }

    @Test func `are replaced by what the page puts on the prototype`() throws {
        try page.expect(
            returnedBy: """
            Object.defineProperty(CSSStyleDeclaration.prototype, 'color', { get: () => 'mine', configurable: true });
            Object.prototype.flatness = 'inherited';
            return [style.color, style.flatness, style.toString === Object.prototype.toString, style instanceof CSSStyleDeclaration]
            """, #"["mine","inherited",true,true]"#)
    }
}
