import Testing

@testable import WebPage

/// Interfaces that are made when they are first asked for, which no page can tell.
@Suite("Interfaces")
struct InterfaceTests {
    private func value(of expression: String) throws -> String {
        try TestPage("<!DOCTYPE html><body>").page.evaluate(expression)
    }

    @Test(arguments: ["HTMLDialogElement", "HTMLAnchorElement", "SVGCircleElement", "CustomEvent", "WheelEvent", "TouchEvent", "Touch"])
    func `are there by name`(_ name: String) throws {
        #expect(try value(of: "typeof \(name) + \(name).name + ('\(name)' in window) + Object.prototype.toString.call(window.\(name).prototype)") == "\"function\(name)true[object \(name)]\"")
    }

    @Test func `are those of the elements and events that a page makes`() throws {
        #expect(try value(of: "document.createElement('a') instanceof HTMLAnchorElement && HTMLAnchorElement === HTMLAnchorElement") == "true")
        #expect(try value(of: "const ns = 'http://www.w3.org/2000/svg'; document.createElementNS(ns, 'circle') instanceof SVGGeometryElement") == "true")
        #expect(try value(of: "const e = new CustomEvent('x', { detail: 5 }); e.detail + (e instanceof Event)") == "6")
        #expect(try value(of: "new WheelEvent('wheel', { deltaY: 3 }).deltaY + WheelEvent.DOM_DELTA_LINE") == "4")
    }

    @Test func `give way to what a page puts in their place`() throws {
        #expect(try value(of: "Touch = 7; document.createElement('table'); Touch") == "7")
        #expect(try value(of: "window.HTMLTableElement = 7; document.createElement('table').insertRow(); HTMLTableElement") == "7")
        #expect(try value(of: "delete window.HTMLTableElement; document.createElement('table'); typeof window.HTMLTableElement") == "\"undefined\"")
        #expect(try value(of: "class HTMLTableElement {}; document.createElement('table') instanceof HTMLTableElement") == "false")
    }

    @Test func `can be extended`() throws {
        #expect(try value(of: "class Moved extends CustomEvent {}; new Moved('m', { detail: [1] }).detail[0]") == "1")
    }
}
