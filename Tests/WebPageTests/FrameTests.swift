import Testing

@testable import WebPage

@Suite("Animation frames")
struct FrameTests {
    @Test func `give all their callbacks the same time, which is the clock's`() throws {
        let page = try TestPage(
            script: """
            var seen = [];
            for (let i = 0; i < 3; i++) requestAnimationFrame(t => seen.push([t, performance.now()]));
            """)
        page.page.advance(frames: 2)
        try page.expect("seen.length === 3 && seen.every(([t, now]) => t === now && t === seen[0][0])", "true")
    }

    @Test func `come every sixtieth of a second`() throws {
        let page = try TestPage(script: "var n = 0, last; requestAnimationFrame(function f(t) { n++; last = t; requestAnimationFrame(f) })")
        page.page.advance(to: 1001)
        try page.expect("[n, Math.round(last)]", "[60,1000]")
    }

    @Test func `come as often as they are asked to`() throws {
        let page = try TestPage(
            script: "var n = 0; requestAnimationFrame(function f() { n++; requestAnimationFrame(f) })",
            options: PageOptions(frameInterval: 1000.0 / 144))
        page.page.advance(to: 500)
        try page.expect("n", "72")
    }

    @Test func `run what is requested during a frame in the next one`() throws {
        let page = try TestPage(
            script: "var times = []; requestAnimationFrame(t => { times.push(t); requestAnimationFrame(t => times.push(t)) })")
        page.page.advance(frames: 3)
        try page.expect("[times.length, Math.round((times[1] - times[0]) * 60)]", "[2,1000]")
    }

    @Test func `can be cancelled, by a callback of the same frame too`() throws {
        let page = try TestPage(
            script: """
            var log = [];
            requestAnimationFrame(() => { log.push('a'); cancelAnimationFrame(b) });
            const b = requestAnimationFrame(() => log.push('b'));
            cancelAnimationFrame(requestAnimationFrame(() => log.push('c')));
            """)
        page.page.advance(frames: 2)
        try page.expect("log", #"["a"]"#)
    }

    @Test func `come after the timers that are due at the same time`() throws {
        let page = try TestPage(
            script: "var log = []; requestAnimationFrame(() => log.push('frame')); setTimeout(() => log.push('timer'), 10)",
            options: PageOptions(frameInterval: 10))
        page.page.advance(to: 10)
        try page.expect("log", #"["timer","frame"]"#)
    }

    @Test func `are followed by the promise jobs of each callback`() throws {
        let page = try TestPage(
            script: """
            var log = [];
            requestAnimationFrame(() => { log.push('a'); Promise.resolve().then(() => log.push('job')) });
            requestAnimationFrame(() => log.push('b'));
            """)
        page.page.advance(frames: 2)
        try page.expect("log", #"["a","job","b"]"#)
    }

    @Test func `stop in a hidden tab and go on when it is shown`() throws {
        let page = try TestPage(script: "var n = 0; requestAnimationFrame(function f() { n++; requestAnimationFrame(f) })")
        page.page.advance(to: 100)
        page.page.setHidden(true)
        let before = try page("n")
        page.page.advance(to: 1100)
        try page.expect("[n, document.visibilityState]", "[\(before),\"hidden\"]")
        page.page.setHidden(false)
        page.page.advance(to: 1300)
        try page.expect("n > \(before)", "true")
    }

    @Test func `are followed by what the promise jobs of their last callback have queued, before time goes on`() throws {
        let page = try TestPage(
            script: """
            var log = [];
            const channel = new MessageChannel();
            channel.port1.onmessage = () => log.push('message');
            requestAnimationFrame(() => Promise.resolve().then(() => {
              channel.port2.postMessage(0);
              const script = document.createElement('script');
              script.src = 'data:text/javascript,log.push("script")';
              document.body.append(script);
            }));
            """)
        page.page.advance(frames: 1)
        try page.expect("log.sort()", "[\"message\",\"script\"]")
    }
}
