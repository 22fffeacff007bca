import Testing

@testable import WebPage

@Suite("Timers")
struct TimerTests {
    /// Runs a script for a second and compares what it has noted.
    private func expect(_ log: String, from script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let page = try TestPage(script: "var log = []; const note = what => log.push(what + ' ' + performance.now());\n" + script)
        page.page.advance(milliseconds: 1000)
        try page.expect("log.join()", "\"\(log)\"", sourceLocation: sourceLocation)
    }

    @Test func `fire when they are due, and in the order of their making`() throws {
        try expect("z 0,a 10,b 10,c 30", from: "for (const [name, delay] of [['c', 30], ['a', 10], ['b', 10], ['z', 0]]) setTimeout(note, delay, name)")
    }

    @Test func `with negative, missing, huge or odd delays fire at once`() throws {
        try expect("a 0,b 0,c 0,d 0", from: "setTimeout(note, -5, 'a'); setTimeout(() => note('b')); setTimeout(note, 2 ** 31, 'c'); setTimeout(note, 'x', 'd')")
    }

    @Test func `with a fraction of a delay lose it`() throws {
        try expect("a 1,b 20", from: "setTimeout(note, 1.9, 'a'); setTimeout(note, '20', 'b')")
    }

    @Test func `take four milliseconds once they are nested six deep`() throws {
        try expect("0 0,1 0,2 0,3 0,4 0,5 0,6 4,7 8,8 12", from: "let n = 0; setTimeout(function again() { note(n); if (n++ < 8) setTimeout(again) })")
    }

    @Test func `repeat at their interval until they are cleared`() throws {
        try expect("0 100,1 200,2 300", from: "let n = 0; const id = setInterval(() => { note(n); if (++n === 3) clearInterval(id) }, 100)")
    }

    @Test func `can be cleared by one that is due at the same time`() throws {
        try expect("a 10", from: "setTimeout(() => { note('a'); clearTimeout(b) }, 10); const b = setTimeout(note, 10, 'b')")
    }

    @Test func `run code given as text`() throws {
        try expect("text 5,1 6", from: "setTimeout(\"var made = 1; note('text')\", 5); setTimeout(() => note(made), 6)")
    }

    @Test func `are followed by the promise jobs of their callback`() throws {
        try expect("a 10,job 10,task 10,b 10", from: """
                setTimeout(() => { note('a'); Promise.resolve().then(() => note('job')); queueMicrotask(() => note('task')) }, 10);
                setTimeout(note, 10, 'b')
                """)
    }

    @Test func `see the time at which they are due, however far the page is advanced`() throws {
        let page = try TestPage(script: "var times = []; for (let t = 1; t < 4; t++) setTimeout(() => times.push(Date.now()), t * 700)")
        page.page.advance(milliseconds: 5000)
        try page.expect("times.map(t => t - times[0])", "[0,700,1400]")
        #expect(page.page.now == 5000)
    }

    @Test func `let a busy page's clock stand still`() throws {
        try expect("0 0", from: "const t = performance.now(); for (let i = 0; i < 1e5; i++); note(performance.now() - t)")
    }

    @Test func `take turns with other tasks in the order of their queueing`() throws {
        try expect("timer 0,message 0,timer again 0", from: """
                const channel = new MessageChannel();
                channel.port1.onmessage = () => note('message');
                setTimeout(note, 0, 'timer');
                channel.port2.postMessage(1);
                setTimeout(note, 0, 'timer again')
                """)
    }
}
