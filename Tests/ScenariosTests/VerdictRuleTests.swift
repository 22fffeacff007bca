import Testing

@testable import Scenarios

@Suite("The verdict")
struct VerdictRuleTests {
    private func finding(_ id: String, _ status: CheckStatus, breaks: Bool = false) -> Finding {
        let definition = CheckTable.tetris[id]!
        return Finding(
            id: id, status: status, level: definition.level, category: definition.category, detail: "seen", breaks: breaks)
    }

    /// All must checks pass, but for some.
    private func judge(_ others: Finding..., doubt: String? = nil) -> VerdictRule.Judgement {
        let musts = CheckTable.tetris.checks.filter { $0.level == .must }.map { finding($0.id, .pass) }
        let findings = musts.filter { must in !others.contains { $0.id == must.id } } + others
        return VerdictRule.judge(findings, doubt: doubt)
    }

    @Test func `is plays when every must holds, whatever else fails`() {
        #expect(judge(finding("scores", .fail), finding("hold", .absent)) == .init(verdict: .plays))
        #expect(judge(doubt: "asks for webgl").verdict == .plays)
    }

    @Test func `is flawed when a must fails or is absent`() {
        #expect(judge(finding("clears_lines", .fail)) == .init(verdict: .flawed, failure: .logic))
        #expect(judge(finding("rotates", .absent)) == .init(verdict: .flawed, failure: .logic))
    }

    @Test(arguments: ["loads", "starts", "spawns"])
    func `is broken without its foundations`(id: String) {
        #expect(judge(finding(id, .fail)).verdict == .broken)
    }

    @Test func `is broken by a failure that nobody can play past`() {
        #expect(judge(finding("moves", .fail), finding("locks", .fail, breaks: true)) == .init(verdict: .broken, failure: .logic))
        #expect(judge(finding("hard_drop", .fail, breaks: true)).verdict == .plays)
    }

    @Test func `names the first cause in the order of the table`() {
        #expect(judge(finding("drawn", .fail), finding("moves", .fail)).failure == .interaction)
    }

    @Test func `is unknown when a must is, unless another fails`() {
        #expect(judge(finding("drawn", .unknown)) == .init(verdict: .unknown, reason: "drawn: seen"))
        #expect(judge(finding("drawn", .unknown), finding("locks", .fail)).verdict == .flawed)
    }

    @Test func `doesn't blame a game for what the simulator lacks`() {
        #expect(judge(finding("starts", .fail), doubt: "asks for webgl") == .init(verdict: .unknown, reason: "asks for webgl"))
    }

    @Test func `is unknown when nothing was judged`() {
        #expect(VerdictRule.judge([]) == .init(verdict: .unknown, reason: "no must check was judged"))
        #expect(VerdictRule.judge([], doubt: "no Tetris").reason == "no Tetris")
    }
}
