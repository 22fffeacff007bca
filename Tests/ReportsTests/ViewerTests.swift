import Foundation
import Scenarios
import Testing

@testable import Reports
@testable import Traces

/// The viewer's page in a real browser.
@Suite("The viewer", .serialized)
final class ViewerTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "playproof-viewer-\(UUID().uuidString)")
    private var browser: ViewerBrowser { ViewerBrowser(folder: folder) }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private final class Folder: ReportFolder {
        let relativePath = "report-files"
        let url: URL

        init(_ url: URL) { self.url = url }

        func write(_ data: Data, name: String) {
            try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            try? data.write(to: url.appending(path: name))
        }
    }

    private static let verdicts: [Verdict] = [.plays, .flawed, .broken, .unknown]

    /// Of every four submissions one plays, one is flawed, one broken and one unknown; the second and the third have traces.
    private func writeReport(of count: Int) throws {
        let sink = TextSink()
        let reporter = HTMLReporter(sink, folder: Folder(folder.appending(path: "report-files")))
        var summary = RunSummary(wallSeconds: 1)
        reporter.begin(total: count)
        for index in 0..<count {
            let verdict = Self.verdicts[index % 4]
            let status: CheckStatus = verdict == .plays ? .pass : .fail
            let record = ResultRecord(
                id: "game </script> \(index)", source: "g\(index).html", verdict: verdict, failure: verdict == .broken ? .runtime : nil,
                reason: verdict == .unknown ? "WebGL" : nil,
                checks: [
                    Finding(id: "loads", status: .pass, level: .must, category: .runtime),
                    Finding(
                        id: "rotates", status: status, level: .must, category: .logic, at: status == .fail ? 1000 : nil, detail: "<b>turned</b> wrong",
                        evidence: Evidence(expectation: "piece.left === 4", before: "..@", after: ".@.")),
                    Finding(id: "pause", status: .absent, level: .should, category: .interaction),
                ],
                observed: ObservedFacts(columns: 10, rows: 20, controls: ["left": "ArrowLeft"]))
            if index == 1 || index == 2 { reporter.trace(try Self.trace(column: index + 2), of: record.id) }
            reporter.record(record)
            summary.add(record)
        }
        reporter.end(summary)
        try sink.text.write(to: folder.appending(path: "report.html"), atomically: true, encoding: .utf8)
    }

    /// Two seconds in which a block falls by a row every 100 ms; it moves to a column at 500 ms.
    private static func trace(column: Int) throws -> Data {
        let interval = 1000.0 / 60
        let header = TraceHeader(
            submission: .embedded(html: "<p>\nline 2\nthrow new Error();\nline 4</p>", files: [:]), name: "g.html", seed: 1, frameInterval: interval, startTime: 0)
        var encoder = TraceEncoder(header: header)
        for frame in 0...120 {
            let time = Double(frame) * interval
            if frame == 30 {
                try encoder.input(#"{"keyDown":{"_0":{"key":"ArrowLeft","code":"ArrowLeft","keyCode":37},"isRepeat":false}}"#, at: time)
            }
            if frame == 36 { try encoder.input(#"{"keyUp":{"_0":{"key":"ArrowLeft","code":"ArrowLeft","keyCode":37}}}"#, at: time) }
            if frame == 60 { try encoder.note(.finding, #"{"id":"rotates","status":"fail","detail":"turned wrong","at":1000}"#, at: time) }
            if frame == 90 { try encoder.note(.error, #"{"kind":"error","name":"TypeError","message":"x is null","line":3}"#, at: time) }
            let (x, y) = (frame < 30 ? 5 : column, frame / 6)
            var board = [String](repeating: "..........", count: 20)
            board[19] = "##........"
            let rows = board.map { "\"\($0)\"" }.joined(separator: ",")
            guard case .object(let reading) = JSONParser.parse(#"{"board":[\#(rows)],"piece":[[\#(x),\#(y)]],"score":\#(frame * 10)}"#) else { preconditionFailure("no reading") }
            encoder.frame(frame, at: time, reading: reading, digest: UInt32(x * 100 + y))
            if frame % 6 == 0 {
                encoder.drawing(TraceDrawing(frame: frame, time: time, commands: [
                    "canvas 100 200 0 0 100 200", "fill #000000ff", "rect 0 0 100 200", "fill #ff0000ff", "rect \(x * 10) \(y * 10) 10 10",
                    "font left top ltr 0 400 10px \"DejaVu Sans\"", "text 0 0 -1 score \(frame)",
                ]))
            }
        }
        _ = encoder.finish()
        return Data(encoder.take().utf8)
    }

    @Test func `lists a thousand submissions in pages, and filters them`() async throws {
        try writeReport(of: 1000)
        let result = try await browser.result(of: """
            const all = text('#count'), rows = document.querySelectorAll('.rows tbody tr').length;
            find('.pages button:last-child').click();
            const page = text('.pages span');
            choose('verdict', 'broken');
            const broken = text('#count'), address = location.hash;
            choose('text', 'game <' + '/script> 10');
            const searched = text('#count');
            choose('verdict', '');
            choose('check', 'rotates');
            const failing = text('#count');
            choose('text', '');
            choose('status', 'pass');
            return { all, rows, page, broken, address, searched, failing, passing: text('#count'), scripts: document.querySelectorAll('b').length };
            """)
        #expect(
            result == [
                "all": "1,000 submissions", "rows": "100", "page": "page 2 of 10", "broken": "250 of 1,000 submissions", "address": "#verdict=broken",
                "searched": "3 of 1,000 submissions", "failing": "8 of 1,000 submissions", "passing": "250 of 1,000 submissions", "scripts": "0",
            ])
    }

    @Test func `shows a session from a file beside the page, by keys`() async throws {
        try writeReport(of: 1000)
        let result = try await browser.result(of: """
            [...document.querySelectorAll('.rows a')][1].click();
            await wait(() => find('.player'));
            const opened = text('.controls .number');
            find('.timeline input').focus();
            press('.');
            const stepped = text('.figures div:nth-child(2) dd');
            press('n');
            const error = text('.controls .number'), source = text('.log mark');
            press('Home');
            press('n');
            const finding = text('.log li.now');
            find('.timeline input').value = 550;
            find('.timeline input').dispatchEvent(new Event('input'));
            const keys = text('.keys kbd'), field = find('.stage canvas[aria-label*="piece"]').getAttribute('aria-label');
            const canvas = find('.stage figure canvas');
            const pixel = canvas.getContext('2d').getImageData(35, 55, 1, 1).data.join();
            press(' ');
            const playing = text('.controls button:nth-child(3)');
            press(' ');
            return { opened, stepped, error, source, finding, keys, field, pixel, playing, stopped: text('.controls button:nth-child(3)'),
              announced: text('#announcements').slice(0, 7), strip: document.querySelectorAll('.strip button').length, inside: find('#trace-1') === null };
            """)
        #expect(result["error"] == "1.50 s of 2.00 s", "\(result)")
        #expect(result["opened"] == "1.00 s of 2.00 s")
        #expect(result["stepped"] == "61")
        #expect(result["source"] == "3 throw new Error();")
        #expect(result["finding"] == "1.00 s✗ rotates turned wrong")
        #expect(result["keys"] == "←")
        #expect(result["field"]?.hasSuffix("the piece covers columns 4 to 4, its lowest cell in row 15 from the floor") == true)
        #expect(result["pixel"] == "255,0,0,255")
        #expect(result["playing"] == "⏸ Stop")
        #expect(result["stopped"] == "▶ Play")
        #expect(result["strip"] == "4")
        #expect(result["inside"] == "true")
    }

    @Test func `shows the scorecard with evidence, and goes to a finding's moment`() async throws {
        try writeReport(of: 5)
        let result = try await browser.result(of: """
            [...document.querySelectorAll('.rows a')][2].click();
            await wait(() => find('.player'));
            press('Home', find('.player'));
            const start = text('.controls .number');
            await wait(() => find('td .link'));
            find('td .link').click();
            return { start, moment: text('.controls .number'), detail: text('#detail tbody tr:nth-child(2) .reason').slice(0, 22), before: text('.pictures pre'),
              checks: document.querySelectorAll('th[scope=row]').length, verdict: text('#detail .verdict') };
            """)
        #expect(
            result == [
                "start": "0.00 s of 2.00 s", "moment": "1.00 s of 2.00 s", "detail": "<b>turned</b> wrongevi", "before": "..@", "checks": "5",
                "verdict": "broken",
            ])
    }

    @Test func `puts two sessions side by side`() async throws {
        try writeReport(of: 5)
        let result = try await browser.result(of: """
            location.hash = new URLSearchParams({ id: 'game <' + '/script> 1', with: 'game <' + '/script> 2' });
            await wait(() => find('#difference'));
            const players = document.querySelectorAll('.player');
            press('End', players[0]);
            return { difference: text('#difference'), players: players.length, second: players[1].querySelector('.controls .number').textContent,
              marks: document.querySelectorAll('.marks .difference').length };
            """)
        #expect(result["difference"]?.hasPrefix("The first difference is at 0.50 s: the readings differ.") == true, "\(result)")
        #expect(result["players"] == "2")
        #expect(result["second"] == "2.00 s of 2.00 s")
        #expect(result["marks"] == "2")
    }

    @Test func `shows tallies, narrow and dark too`() async throws {
        try writeReport(of: 40)
        let result = try await browser.result(of: """
            location.hash = 'plots';
            await wait(() => find('#plots table'));
            const share = text('#plots tbody tr td:nth-child(3)'), rows = document.querySelectorAll('#plots tbody tr').length;
            return { share, rows, overflow: document.documentElement.scrollWidth > innerWidth, dark: matchMedia('(prefers-color-scheme: dark)').matches,
              ground: getComputedStyle(document.body).backgroundColor };
            """, width: 500, isDark: true)
        #expect(result["share"] == "25 % (14 % to 40 %)")
        #expect(result["rows"] == "4")
        #expect(result["overflow"] == "false")
        #expect(result["dark"] == "true")
        #expect(result["ground"] == "rgb(20, 23, 28)")
    }

    @Test func `compares two traces without a report`() async throws {
        let page = ViewerPage.comparing([("a.trace", try Self.trace(column: 3)), ("b.trace", try Self.trace(column: 3))])
        try page.write(to: folder.appending(path: "report.html"))
        let result = try await browser.result(of: "await wait(() => find('#difference')); return { difference: text('#difference') };")
        #expect(result == ["difference": "Both sessions are the same."])
    }
}
