import Testing

@testable import WebPage

@Suite("A page's clock and chance")
struct ClockTests {
    @Test func `start at a fixed instant and show the same time everywhere`() throws {
        let page = try TestPage(script: "", options: PageOptions(startTime: 1_000_000_000_000))
        page.page.advance(to: 1234.5)
        try page.expect("[Date.now(), new Date().getTime(), performance.now(), performance.timeOrigin]", "[1000000001234,1000000001234,1234.5,1000000000000]")
    }

    @Test func `leave dates that are given as they are`() throws {
        let page = try TestPage(script: "")
        try page.expect("[new Date(2020, 1, 29).getMonth(), Date.UTC(1970, 0, 2), typeof Date(), new Date(0) instanceof Date]", #"[1,86400000,"string",true]"#)
    }

    @Test func `stand on every event`() throws {
        let page = try TestPage(script: "addEventListener('keydown', event => { stamp = event.timeStamp })")
        page.page.advance(to: 500)
        page.press("a")
        try page.expect("stamp", "500")
    }

    @Test func `give the same random numbers for the same seed only`() throws {
        func numbers(_ seed: UInt64) throws -> String {
            try TestPage(script: "", options: PageOptions(seed: seed))("[Math.random(), Math.random(), crypto.getRandomValues(new Uint8Array(4)).join(), crypto.randomUUID()]")
        }
        #expect(try numbers(3) == numbers(3))
        #expect(try numbers(3) != numbers(4))
    }

    @Test func `spread random numbers evenly between 0 and 1`() throws {
        let page = try TestPage(script: "var bins = Array(10).fill(0); for (let i = 0; i < 10000; i++) bins[Math.floor(Math.random() * 10)]++")
        try page.expect("bins.length === 10 && bins.every(n => n > 850 && n < 1150)", "true")
    }
}
