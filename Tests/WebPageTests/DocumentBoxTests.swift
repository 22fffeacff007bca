import Foundation
import Testing

@testable import WebPage

@Suite("Boxes painted by a document")
struct DocumentBoxTests {
    private func boxes(_ body: String) throws -> [String] {
        let page = try TestPage("<!DOCTYPE html><body style='margin:0'>" + body).page
        return page.boxes(ofSurface: 0).filter { $0.kind != .text && $0.width < 1000 }.map { box in
            ([box.x, box.y, box.width, box.height].map { String(Int($0.rounded())) } + [box.alpha == 1 ? "" : "seen through"])
                .joined(separator: " ").trimmingCharacters(in: .whitespaces)
        }
    }

    @Test func `are those with a background, in paint order`() throws {
        #expect(
            try boxes(
                """
                <div style="background:red;width:50px;height:20px;position:relative;z-index:2"></div>
                <div style="background:blue;width:30px;height:10px"></div><div style="width:9px;height:9px"></div>
                """) == ["0 20 30 10", "0 0 50 20"])
    }

    @Test func `are not those that are hidden`() throws {
        #expect(
            try boxes(
                """
                <style>b { display: block; width: 9px; height: 9px; background: red } [hidden] { display: none }</style>
                <b style="visibility:hidden"></b><b style="display:none"></b><b hidden></b><b style="opacity:0"></b><b style="opacity:.5"></b>
                """) == ["0 18 9 9 seen through"])
    }

    @Test func `are not those that are placed elsewhere out of what is hidden`() throws {
        #expect(
            try boxes(
                """
                <style>b { position: fixed; left: 3px; top: 4px; width: 9px; height: 9px; background: red }</style>
                <p style="opacity:0"><b></b></p><p style="opacity:.5"><b style="left:50px"></b></p>
                """) == ["50 4 9 9 seen through"])
    }

    @Test func `look the same when they do`() throws {
        let page = try TestPage(
            """
            <style>i { display: block; width: 9px; height: 9px } .a { background: #f00 } .b { background: rgb(255, 0, 0) } .c { background: blue }</style>
            <i class=a></i><i class=b></i><i class=c></i>
            """).page
        let looks = page.boxes(ofSurface: 0).filter { $0.width == 9 }.map(\.look)
        try #require(looks.count == 3)
        #expect(looks[0] == looks[1])
        #expect(looks[0] != looks[2])
    }

    @Test func `take what a use shows as it looks there`() throws {
        let page = try TestPage(
            """
            <svg width=80 height=20 viewBox="0 0 8 2"><defs><rect id=m width=1 height=1 /><g id=k><rect width=1 height=1 fill=blue /></g></defs>
            <use href=#m fill=red /><use href=#m x=2 fill=lime /><use href=#k x=4 fill=red /><rect x=6 width=1 height=1 fill=red /><rect y=1 width=1 height=1 fill=blue /></svg>
            """).page
        let looks = page.boxes(ofSurface: 0).filter { $0.width == 10 }.map(\.look)
        try #require(looks.count == 5)
        #expect(looks[0] == looks[3] && looks[2] == looks[4])
        #expect(Set(looks).count == 3)
    }

    @Test func `come with the text that can be read`() throws {
        let page = try TestPage("<p id=p>Score: <b>12</b></p><p hidden>no</p><div style='visibility:hidden'>no</div>").page
        #expect(page.texts().map(\.text).joined(separator: "|").contains("Score"))
        #expect(page.texts().contains { $0.text.contains("12") })
        #expect(!page.texts().contains { $0.text.contains("no") })
    }

    @Test(arguments: ["textContent", "innerHTML", "innerText"])
    func `are told to be the same where a figure is shown anew`(property: String) throws {
        let page = try TestPage("<!DOCTYPE html><body><p>Score <b id=figure>12</b></p>")
        let before = page.page.stamp()
        let boxes = page.page.boxes(ofSurface: 0)
        try page.expect(
            returnedBy: "const old = figure.firstChild; figure.\(property) = '12'; return [old === figure.firstChild, old.parentNode, old.isConnected]",
            "[false,null,false]")
        #expect(page.page.stamp().surfaces == before.surfaces)
        #expect(page.page.boxes(ofSurface: 0) == boxes)
        _ = try page.page.evaluate("figure.\(property) = '137'")
        #expect(page.page.stamp().surfaces != before.surfaces)
        #expect(page.page.texts().map(\.text) == ["Score", "137"])
        _ = try page.page.evaluate("figure.\(property) = ' '")
        #expect(page.page.texts().map(\.text) == ["Score"])
        _ = try page.page.evaluate("figure.\(property) = '12'")
        #expect(page.page.boxes(ofSurface: 0) == boxes)
    }

    @Test func `follow a text that another took the place of before the page was laid out`() throws {
        let page = try TestPage("<!DOCTYPE html><body><b id=figure></b><script>figure.textContent = '1'; figure.textContent = '2'</script>")
        #expect(page.page.texts().map(\.text) == ["2"])
        _ = try page.page.evaluate("figure.textContent = '3', figure.firstChild.data = '4'")
        #expect(page.page.texts().map(\.text) == ["4"])
    }

    @Test func `put modal dialogs and popovers above every z-index`() throws {
        let cover = #"<div style="position:fixed;inset:0;z-index:99;background:blue"></div>"#
        let box = "style='margin:0;padding:0;border:0;width:60px;height:20px;left:0;top:0;background:red'"
        let above = try ["<dialog id=x \(box)></dialog>\(cover)<script>x.showModal()</script>", "<div id=x popover \(box)></div>\(cover)<script>x.showPopover()</script>"]
            .map { try boxes("<div style='transform:translate(5px);overflow:hidden;width:10px;height:10px'>\($0)</div>").last }
        #expect(above == ["0 0 60 20", "0 0 60 20"])
        #expect(try boxes("<dialog id=x \(box)></dialog><script>x.showModal(); x.close()</script>") == [])
    }

    /// A board whose cells get a border while they are taken: the style changes the layout, but not the cells' places.
    @Test(arguments: ["repeat(4, 30px)", "repeat(4, 1fr)", "repeat(4, auto)"])
    func `are the same for cells that change their style one by one as for those that always had it`(_ tracks: String) throws {
        let style = """
            <style>#board { display: grid; width: 130px; height: 131px; grid-template: \(tracks) / \(tracks); gap: 1px; background: #123 }
            #board div { background: #444 } #board .taken { background: red; border: 3px outset white; box-sizing: border-box }
            #board .big { min-width: 50px; background: blue }</style>
            """
        func board(_ classes: [Int: String]) -> String {
            "\(style)<div id=board>" + (0..<16).map { "<div class='\(classes[$0] ?? "")'></div>" }.joined() + "</div><p>below</p>"
        }
        let changing = try TestPage(board([:]))
        let steps: [[Int: String]] = [[1: "taken"], [1: "taken", 6: "taken"], [6: "taken", 9: "big"], [9: "taken", 10: "big"], [0: "taken", 10: "taken"]]
        for classes in steps {
            let names = (0..<16).map { "'\(classes[$0] ?? "")'" }.joined(separator: ",")
            _ = try changing("[\(names)].forEach((name, i) => board.children[i].className = name)")
            let fresh = try TestPage(board(classes))
            let sizes = "JSON.stringify([...document.querySelectorAll('div, p')].map(e => [e.clientWidth, e.clientHeight, e.getBoundingClientRect()]))"
            #expect(Self.described(changing) == Self.described(fresh), "\(classes)")
            #expect(try changing(sizes) == fresh(sizes), "\(classes)")
        }
    }

    private static func described(_ test: TestPage) -> [String] {
        test.page.boxes(ofSurface: 0).map { "\($0.kind) \($0.x) \($0.y) \($0.width) \($0.height) \(test.page.looks.text(of: $0.look))" }
    }
}
