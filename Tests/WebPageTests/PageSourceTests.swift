import Foundation
import Testing

@testable import WebPage

@Suite("A page's submission")
struct PageSourceTests {
    private let source = PageSource(
        html: "<p>first</p>",
        files: ["game/index.html": Data("<p>game</p>".utf8), "two words.html": Data("<p>words</p>".utf8), "game/game.js": Data("let a;".utf8)])

    @Test(arguments: [
        "game/index.html", "game/", "/game", "./game/index.html?level=2#top", "https://submission.test/game/index.html", "other/../game/",
    ])
    func `has a document at an address`(address: String) throws {
        let document = try #require(source.document(at: address))
        #expect(document.name == "game/index.html")
        #expect(document.html == "<p>game</p>")
        #expect(document.files["index.html"] == Data("<p>first</p>".utf8))
        #expect(document.files["game/game.js"] != nil)
    }

    @Test func `has a document whose name is written in an address`() {
        #expect(source.document(at: "https://submission.test/two%20words.html")?.html == "<p>words</p>")
    }

    @Test(arguments: ["game/game.js", "missing.html", "index.html", "https://example.com/game/index.html", "//example.com/", "data:text/html,x"])
    func `has no other document at an address`(address: String) {
        #expect(source.document(at: address) == nil)
    }

    @Test func `knows its own address`() {
        #expect(source.isAddressed(by: "https://submission.test/index.html?again"))
        #expect(source.isAddressed(by: "https://submission.test/"))
        #expect(!source.isAddressed(by: "https://submission.test/game/"))
    }
}
