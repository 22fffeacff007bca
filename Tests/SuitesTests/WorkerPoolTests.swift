import Foundation
import Scenarios
import Synchronization
import Testing
import WebPage

@testable import Suites

/// The pool against a worker made of a few lines of shell, which behaves as the page's text says.
@Suite("A worker pool")
struct WorkerPoolTests {
    /// Limits that no test is about are far away: a machine that is busy with other tests keeps everybody waiting.
    /// A process that is just being started shows the memory of the one that starts it, which is a test runner's here.
    private static let roomyMB = 8192.0

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let result = #"{"result":{"schema":"playproof/result/1","id":"%s","source":"%s","rules":"tetris","verdict":"plays","failure":null,"checks":[],"observed":{"controls":{},"scoring":{},"gravityMs":[]},"errors":[],"seed":1,"cpuSeconds":0,"peakMemoryMB":1}}"#

    private static let decided = result.replacing("\"result\"", with: "\"decided\"")

    /// A worker that does what the job's line mentions: HANG, go on while it is ALIVE or LAME or has NEARLY judged all,
    /// DIE once or always, GROW, FLOOD, EXIT, SLOW.
    private func pool(count: Int = 2, limits: WorkerLimits = WorkerLimits(wallSeconds: 3600, memoryMB: WorkerPoolTests.roomyMB), prelude: String = "") throws -> WorkerPool {
        let script = """
            \(prelude)
            echo $$ >> '\(folder.path("workers"))'
            while IFS= read -r line; do
              id=${line#*'"id":"'}; id=${id%%'"'*}
              echo '{"stage":"checking moves","time":1500,"at":"moves"}'
              echo '{"check":{"id":"loads","status":"pass","level":"must","category":"runtime"}}'
              case "$line" in
                *HANG*) while :; do :; done ;;
                *ALIVE*) while :; do echo '{"alive":2500,"slowness":0.02}'; sleep 0.2; done ;;
                *NEARLY*)
                  printf '\(Self.decided)\\n' "$id" "$TZ"
                  echo '{"check":{"id":"restart","status":"pass","level":"should","category":"logic"}}'
                  echo '{"stage":"checking pause","time":9500,"at":"pause"}'
                  while :; do echo '{"alive":9500,"slowness":0.02}'; sleep 0.2; done ;;
                *LAME*) while :; do echo '{"alive":2500,"slowness":30}'; sleep 0.2; done ;;
                *SLEEP*) exec sleep infinity ;;
                *DIEONCE*) if [ ! -e '\(folder.path("died"))' ]; then : > '\(folder.path("died"))'; kill -KILL $$; fi ;;
                *CRASH*) kill -SEGV $$ ;;
                *GROW*) big=x; while [ ${#big} -lt 134217728 ]; do big=$big$big; done; while :; do sleep 0.2; done ;;
                *FLOOD*) while :; do echo '{"log":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}'; done ;;
                *EXIT*) exit 7 ;;
                *SLOW*) sleep 0.3 ;;
                *NOJSON*) echo 'Segmentation fault' ;;
                *REFUSE*) echo '{"failure":"no such rulebook"}'; continue ;;
              esac
              printf '\(Self.result)\\n' "$id" "$TZ"
            done
            """
        let command = WorkerCommand(executable: "/bin/bash", arguments: ["-c", script])
        return WorkerPool(command: command, count: count, limits: limits)
    }

    private func judge(_ pages: [String], with pool: WorkerPool) async throws -> [ResultRecord] {
        var records: [ResultRecord] = []
        try await pool.judge(pages.count) { index in
            WorkerJob(Submission(id: "s\(index)", source: "s\(index).html", page: PageSource(html: pages[index])), order: .judge(JudgeOrder()))
        } deliver: {
            records.append($1)
            return true
        }
        return records
    }

    private var workersStarted: Int {
        (try? String(contentsOfFile: folder.path("workers"), encoding: .utf8))?.split(separator: "\n").count ?? 0
    }

    @Test(arguments: [1, 2, 4]) func `delivers results in the order of the jobs`(_ count: Int) async throws {
        let records = try await judge(["SLOW", "", "SLOW", "", "", "", "", ""], with: pool(count: count))
        #expect(records.map(\.id) == (0..<8).map { "s\($0)" })
        #expect(workersStarted <= count)
    }

    @Test func `gives workers a clean environment`() async throws {
        let records = try await judge([""], with: pool(prelude: "[ -z \"$HOME\" ] || exit 1"))
        #expect(records.first?.source == "UTC")
    }

    @Test func `stops a worker that hangs and says at what`() async throws {
        let limits = WorkerLimits(wallSeconds: 1, memoryMB: Self.roomyMB)
        let records = try await judge(["HANG", ""], with: pool(count: 1, limits: limits))
        #expect(records[0].verdict == .broken)
        #expect(records[0].failure == .performance)
        #expect(records[0].checks.map(\.id) == ["loads", "moves"])
        #expect(records[0].checks[1].status == .fail)
        #expect(records[0].checks[1].detail == "checking moves took more than 1 s and was stopped")
        #expect(records[0].checks[1].at == 1500)
        #expect(records[0].cpuSeconds > 0.1)
        #expect(records[1].verdict == .plays)
        #expect(workersStarted == 2)
    }

    @Test func `does not blame a game that goes on for a judge who isn't done in time`() async throws {
        let records = try await judge(["ALIVE", "LAME"], with: pool(count: 1, limits: WorkerLimits(wallSeconds: 3, memoryMB: Self.roomyMB)))
        #expect(records[0].verdict == .unknown)
        #expect(records[0].reason == "checking moves took more than 3 s and was stopped while the game went on")
        #expect(records[0].checks.map(\.id) == ["loads"])
        #expect(records[1].verdict == .broken)
        #expect(records[1].failure == .performance)
    }

    @Test func `keeps the verdict of a game of which all that decides it was judged in time`() async throws {
        let records = try await judge(["NEARLY"], with: pool(count: 1, limits: WorkerLimits(wallSeconds: 4, memoryMB: Self.roomyMB)))
        #expect(records[0].verdict == .plays)
        #expect(records[0].reason == nil)
        #expect(records[0].checks.map(\.id) == ["loads", "restart", "pause"])
        #expect(records[0].checks.last?.status == .unknown)
    }

    @Test func `stops a worker that waits for ever`() async throws {
        let records = try await judge(["SLEEP"], with: pool(limits: WorkerLimits(wallSeconds: 1, memoryMB: Self.roomyMB)))
        #expect(records[0].failure == .performance)
    }

    @Test func `stops a worker that takes too much processor time`() async throws {
        let records = try await judge(["HANG"], with: pool(limits: WorkerLimits(wallSeconds: 3600, processorSeconds: 0.3, memoryMB: Self.roomyMB)))
        #expect(records[0].failure == .performance)
        #expect(records[0].checks.last?.detail?.contains("processor time") == true)
    }

    @Test func `stops a worker that grows over its limit`() async throws {
        let records = try await judge(["GROW", ""], with: pool(count: 1, limits: WorkerLimits(wallSeconds: 3600, memoryMB: 60)))
        #expect(records[0].verdict == .broken)
        #expect(records[0].failure == .resource)
        #expect(records[0].peakMemoryMB > 60)
        #expect(records[1].verdict == .plays)
    }

    @Test func `tells how long jobs kept their workers, and how long beyond a limit`() async throws {
        let stopped = try await holds(of: ["SLEEP"], wallSeconds: 2)
        #expect(try #require(stopped["s0"]).seconds > 2)
        #expect(try #require(stopped["s0"]?.secondsBeyond) > 0)
        let ended = try await holds(of: ["EXIT", "SLOW"], wallSeconds: 3600)
        #expect(try #require(ended["s0"]).secondsBeyond == nil)
        #expect(try #require(ended["s1"]).seconds > 0.29)
        #expect(ended["s1"]?.secondsBeyond == nil)
    }

    private func holds(of pages: [String], wallSeconds: Double) async throws -> [String: JobHold] {
        let holds = Mutex<[String: JobHold]>([:])
        var pool = try pool(count: 1, limits: WorkerLimits(wallSeconds: wallSeconds, memoryMB: Self.roomyMB))
        pool.onHold = { hold in holds.withLock { $0[hold.id] = hold } }
        _ = try await judge(pages, with: pool)
        return holds.withLock { $0 }
    }

    @Test func `stops a worker that sends without end`() async throws {
        let records = try await judge(["FLOOD", ""], with: pool(count: 1, limits: WorkerLimits(wallSeconds: 3600, memoryMB: Self.roomyMB, outputMB: 1)))
        #expect(records[0].failure == .resource)
        #expect(records[1].verdict == .plays)
    }

    @Test func `gives a job to another worker when someone kills the first`() async throws {
        let records = try await judge(["DIEONCE", ""], with: pool(count: 1))
        #expect(records.map(\.verdict) == [.plays, .plays])
        #expect(workersStarted == 2)
    }

    @Test func `does not blame a game for a worker that crashes or ends`() async throws {
        let records = try await judge(["CRASH", "EXIT", "NOJSON", "REFUSE", ""], with: pool(count: 1))
        #expect(records.map(\.verdict) == [.unknown, .unknown, .unknown, .unknown, .plays])
        #expect(records[0].reason == "the worker ended with signal 11 while checking moves")
        #expect(records[1].reason == "the worker ended with exit code 7 while checking moves")
        #expect(records[3].reason == "no such rulebook")
    }

    @Test func `judges a defective submission without a worker`() async throws {
        var records: [ResultRecord] = []
        let submission = Submission(id: "e", source: "e.md", page: PageSource(html: ""), defect: "the answer is empty")
        try await pool().judge(1) { _ in WorkerJob(submission, order: .judge(JudgeOrder())) } deliver: {
            records.append($1)
            return true
        }
        #expect(records.map(\.verdict) == [.broken])
        #expect(records[0].failure == .syntax)
        #expect(workersStarted == 0)
    }

    @Test func `stops when the receiver wants no more`() async throws {
        var count = 0
        try await pool(count: 2).judge(1000) { index in
            WorkerJob(Submission(id: "s\(index)", source: "", page: PageSource(html: "SLOW")), order: .judge(JudgeOrder()))
        } deliver: { _, _ in
            count += 1
            return count < 2
        }
        #expect(count == 2)
    }

    @Test func `says once what each of its workers warns of`() async throws {
        var pool = try pool(count: 3, prelude: #"echo '{"warning":"no protection"}'"#)
        let warnings = Mutex<[String]>([])
        pool.warn = { text in warnings.withLock { $0.append(text) } }
        let records = try await judge(["SLOW", "SLOW", "SLOW", "SLOW"], with: pool)
        #expect(records.allSatisfy { $0.verdict == .plays })
        #expect(warnings.withLock { $0 } == ["no protection"])
    }

    @Test func `delivers what is done when it is told to stop, and stops its workers`() async throws {
        let stop = StopSignal()
        var delivered: [Int] = []
        let pool = try pool(count: 2)
        await #expect(throws: CancellationError.self) {
            try await pool.judge(100, job: { index in
                WorkerJob(Submission(id: "s\(index)", source: "", page: PageSource(html: index == 0 ? "HANG" : "")), order: .judge(JudgeOrder()))
            }, stop: stop) { record in
                if record.id == "s5" { stop.give() }
            } deliver: { index, _ in
                delivered.append(index)
                return true
            }
        }
        #expect(delivered.starts(with: [1, 2, 3, 4, 5]))
    }

    @Test func `says that the worker's program is missing`() async throws {
        let pool = WorkerPool(command: WorkerCommand(executable: folder.path("nothing")), count: 1)
        await #expect(throws: (any Error).self) { try await judge([""], with: pool) }
    }

    @Test func `hands over the messages of a single job`() async throws {
        let script = "read -r line; echo '{\"output\":\"4\"}'; echo '{\"file\":\"a.png\",\"data\":\"AQI=\"}'; echo '{\"done\":3}'"
        let pool = WorkerPool(command: WorkerCommand(executable: "/bin/bash", arguments: ["-c", script]), count: 1)
        let messages = Mutex<[WorkerMessage]>([])
        let job = WorkerJob(Submission(id: "a", source: "a", page: PageSource(html: "")), order: .open(OpenOrder(steps: [.evaluate(expression: "2+2")])))
        let code = try await pool.perform(job) { message in messages.withLock { $0.append(message) } }
        #expect(code == 3)
        #expect(messages.withLock { $0 } == [.output("4"), .file(name: "a.png", Data([1, 2]))])
    }
}
