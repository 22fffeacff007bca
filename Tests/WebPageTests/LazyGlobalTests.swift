import Testing

@testable import WebPage

/// Globals that are made when they are first named, which no page should be able to tell from others.
@Suite("A global that is made late")
struct LazyGlobalTests {
    @Test(arguments: ["AudioContext", "DOMMatrix", "Image", "HTMLCanvasElement", "KeyboardEvent", "Blob", "CSS", "console", "createImageBitmap"])
    func `is described as the value that it will be`(_ name: String) throws {
        let page = try TestPage("<canvas></canvas>")
        let described = "const { value, ...rest } = %; return [value === window.\(name), rest]"
        let json = #"[true,{"writable":true,"enumerable":false,"configurable":true}]"#
        for description in [
            "Object.getOwnPropertyDescriptor(window, '\(name)')", "Reflect.getOwnPropertyDescriptor(self, '\(name)')",
            "Object.getOwnPropertyDescriptors(globalThis).\(name)",
        ] {
            let other = try TestPage("<canvas></canvas>")
            try other.expect(returnedBy: described.replacing("%", with: description), json)
        }
        try page.expect("['\(name)' in window, window.hasOwnProperty('\(name)'), Object.keys(window).includes('\(name)')]", "[true,true,false]")
    }

    @Test func `is what the browser's own objects are of`() throws {
        let page = try TestPage("<canvas></canvas><p>Text</p>")
        try page.expect("document.querySelector('canvas') instanceof HTMLCanvasElement", "true")
        try page.expect("document.querySelector('canvas').getContext('2d').getTransform().constructor === DOMMatrix", "true")
        try page.expect("document.querySelector('p').getBoundingClientRect() instanceof DOMRect", "true")
        try page.expect("structuredClone(new DOMPoint(1, 2)) instanceof DOMPoint", "true")
        try page.expect("Object.prototype.toString.call(new DOMQuad())", "\"[object DOMQuad]\"")
        try page.expect(returnedBy: "try { document.createElement('') } catch (error) { return error instanceof DOMException }", "true")
    }

    @Test func `stays what the page has put in its place before`() throws {
        let page = try TestPage("")
        try page.expect(
            returnedBy: """
                Blob = 1;
                delete window.FileReader;
                Object.defineProperty(window, 'DOMPoint', { value: 2, configurable: false });
                const made = [new File(['text'], 'name').size, new DOMRect(0, 0, 3, 4).width];
                return [Blob, 'FileReader' in window, DOMPoint, made, new DOMMatrix().transformPoint({ x: 5 }).x];
                """, "[1,false,2,[4,3],5]")
    }

    @Test func `lets no page see how it came about`() throws {
        let page = try TestPage("")
        try page.expect("[Object.getOwnPropertyDescriptor.length, Object.getOwnPropertyDescriptor.name]", #"[2,"getOwnPropertyDescriptor"]"#)
        try page.expect("Object.getOwnPropertyDescriptor.toString()", "\"function getOwnPropertyDescriptor() { [native code] }\"")
        try page.expect("Object.getOwnPropertyDescriptor({ a: 1 }, 'a').value + Object.getOwnPropertyDescriptor('text', 0).value", "\"1t\"")
        try page.expect("typeof WorkerGlobalScope + typeof DedicatedWorkerGlobalScope", "\"undefinedundefined\"")
    }

    /// All methods of the language's own objects are replaced, and so is each interface that others are made of.
    @Test func `is genuine after the page has replaced whatever it could be made with`() throws {
        let listing = """
            const { defineProperty, getOwnPropertyDescriptor, getOwnPropertyNames } = Object, { ownKeys } = Reflect;
            const names = getOwnPropertyNames(window), kinds = [], calls = [];
            """
        let replacing = """
            const replaced = (label) => function () { calls[calls.length] = label; throw label; };
            const prototypes = [Function, Array, String, Number, RegExp, Symbol, Map, Set, WeakMap, WeakSet, Promise, Error, ArrayBuffer, Date, Object];
            const owners = [Reflect, Math, JSON, Array, String, Number, RegExp, Symbol, Promise, Error, Date, Object.getPrototypeOf([].values()),
              Object.getPrototypeOf(function* () {}).prototype, Object.getPrototypeOf(Uint8Array.prototype), Object];
            for (let i = 0; i < prototypes.length; i++) owners[owners.length] = prototypes[i].prototype;
            for (let i = 0; i < owners.length; i++) {
              const keys = ownKeys(owners[i]);
              for (let j = 0; j < keys.length; j++) {
                const key = keys[j], { value, get, configurable } = getOwnPropertyDescriptor(owners[i], key), label = i + ' ' + j;
                if (!configurable || key === 'constructor') continue;
                if (get) defineProperty(owners[i], key, { get: replaced(label), configurable: true });
                else if (typeof value === 'function') defineProperty(owners[i], key, { value: replaced(label), configurable: true, writable: true });
              }
            }
            const bases = ['Event', 'EventTarget', 'Node', 'Element', 'HTMLElement', 'Map', 'Set', 'Symbol', 'Promise', 'TypeError', 'Float64Array', 'Uint8Array'];
            for (let i = 0; i < bases.length; i++) window[bases[i]] = replaced(bases[i]);
            """
        let naming = """
            for (let i = 0; i < names.length; i++) {
              const value = window[names[i]];
              kinds[i] = names[i] + ' ' + typeof value + (typeof value === 'function' && value.prototype ? ' of ' + typeof value.prototype : '');
            }
            return [calls, kinds];
            """
        let genuine = try TestPage("")("(() => {\(listing)\n\(naming)})()")
        #expect(genuine.hasPrefix("[[],") && genuine.contains("\"AnalyserNode function of object\""))
        try TestPage("").expect(returnedBy: "\(listing)\n\(replacing)\n\(naming)", genuine)
    }

    /// A game whose list of moves is `var history` has no list in a browser either.
    @Test(arguments: ["history", "navigator", "localStorage", "crypto", "closed", "speechSynthesis", "indexedDB", "frameElement", "document"])
    func `stays if it is read-only, whether a page has named it before or not`(_ name: String) throws {
        let page = try TestPage("<script>var \(name) = [7]; var first = Array.isArray(\(name)); \(name) = [8]; var second = Array.isArray(\(name))</script>")
        try page.expect("[first, second]", "[false,false]")
        try page.expect(returnedBy: "'use strict'; try { \(name) = [9]; return 'set' } catch (error) { return error.name }", #""TypeError""#)
    }

    @Test func `gives way to another that may be replaced, and to any that a script declares for itself`() throws {
        let page = try TestPage("<script>var screen = [1], performance = [2]; let history = [3]; const told = [screen, performance, history]</script>")
        try page.expect("told", "[[1],[2],[3]]")
    }
}
