import GamePlaying

/// A result record together with the session that shows it best.
public struct Judgement {
    public var record: ResultRecord
    /// The game with what was found out about it, for whoever plays that session again.
    public var session: GameSession
    /// What was done in the session that the verdict rests on, or that most findings come from.
    public var played: PlayedSession
    /// The findings that were made in it, in the order of time.
    public var findings: [Finding]

    /// How long a page is looked at that was never played.
    private static let idleMilliseconds = 3000.0

    /// Of a page of which no session was played.
    init(_ record: ResultRecord, _ session: GameSession) {
        self.record = record
        self.session = session
        played = session.isHung ? PlayedSession(session) : PlayedSession(options: session.options, end: Self.idleMilliseconds)
        findings = record.checks.filter { $0.status != .pass }
    }

    /// - Parameter sessionNumbers: the stage's session that each check ended in, by its id.
    init(_ record: ResultRecord, _ stage: GameStage, sessionNumbers: [String: Int]) {
        let numbers = Self.order(of: record, sessionNumbers)
        let found = numbers.lazy.compactMap { number in stage.playedSession(number).map { (number, $0) } }.first
        self.init(record, stage.session)
        guard let (number, session) = found else { return }
        played = session
        findings = record.checks.filter { sessionNumbers[$0.id] == number }.sorted { ($0.at ?? session.end) < ($1.at ?? session.end) }
    }

    /// The sessions by how much they have to tell: the one that decided first, then those with many findings, or early ones.
    private static func order(of record: ResultRecord, _ sessionNumbers: [String: Int]) -> [Int] {
        let decisive = record.decisiveFinding.flatMap { sessionNumbers[$0.id] }
        var weights: [Int: Int] = [:], numbers: [Int] = []
        for finding in record.checks {
            guard let number = sessionNumbers[finding.id] else { continue }
            if weights[number] == nil { numbers.append(number) }
            weights[number, default: 0] += finding.status == .pass ? 1 : 100
        }
        let others = numbers.indices.sorted { (weights[numbers[$0]] ?? 0, $1) > (weights[numbers[$1]] ?? 0, $0) }.map { numbers[$0] }
        return (decisive.map { [$0] } ?? []) + others
    }
}

extension ResultRecord {
    /// The check that the verdict rests on: for a broken game the first that breaks it; nil for a game that plays.
    public var decisiveFinding: Finding? {
        let violated = checks.filter(\.violatesMust)
        return violated.first { $0.category == failure && (verdict != .broken || $0.breaks) } ?? violated.first { $0.category == failure }
            ?? violated.first
    }
}
