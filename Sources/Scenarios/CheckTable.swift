/// The checks of a game in the order in which they are run and reported.
public struct CheckTable: Sendable {
    /// The name that result records give the rules.
    public let name: String
    public let checks: [CheckDefinition]

    public subscript(id: String) -> CheckDefinition? {
        checks.first { $0.id == id }
    }

    /// The place of a check in the table; free scenarios come after all checks.
    public func position(of id: String) -> Int {
        checks.firstIndex { $0.id == id } ?? checks.count
    }

    /// The checks for Tetris.
    public static let tetris = CheckTable(
        name: "tetris",
        checks: [
            // The order is that of the causes: a game that doesn't load can't start, one that doesn't lock can't clear.
            CheckDefinition("loads", .must, .runtime),
            CheckDefinition("starts", .must, .interaction),
            CheckDefinition("spawns", .must, .logic),
            CheckDefinition("falls", .must, .logic),
            CheckDefinition("moves", .must, .interaction),
            CheckDefinition("walls_hold", .must, .logic),
            CheckDefinition("rotates", .must, .logic),
            CheckDefinition("locks", .must, .logic),
            CheckDefinition("clears_lines", .must, .logic),
            CheckDefinition("game_over", .must, .logic),
            CheckDefinition("drawn", .must, .logic),
            CheckDefinition("playable_speed", .must, .performance),

            CheckDefinition("scores", .should, .logic),
            CheckDefinition("levels_up", .should, .logic),
            CheckDefinition("restart", .should, .interaction),
            CheckDefinition("pause", .should, .interaction),
            CheckDefinition("next_preview", .should, .logic),
            CheckDefinition("hard_drop", .should, .interaction),
            CheckDefinition("soft_drop", .should, .interaction),
            CheckDefinition("all_seven_pieces", .should, .logic),
            CheckDefinition("colours_kept", .should, .logic),
            CheckDefinition("board_10x20", .should, .logic),
            CheckDefinition("no_errors", .should, .runtime),
            CheckDefinition("rate_independent", .should, .performance),
            CheckDefinition("steady_memory", .should, .resource),

            CheckDefinition("scoring_table", .guideline, .logic),
            CheckDefinition("seven_bag", .guideline, .logic),
            CheckDefinition("srs_rotation", .guideline, .logic),
            CheckDefinition("wall_kicks", .guideline, .logic),
            CheckDefinition("ghost", .guideline, .logic),
            CheckDefinition("hold", .guideline, .interaction),
            CheckDefinition("lock_delay", .guideline, .logic),
            CheckDefinition("spawn_centred", .guideline, .logic),
            CheckDefinition("auto_repeat", .guideline, .interaction),
            CheckDefinition("touch", .guideline, .interaction),
            CheckDefinition("high_score_kept", .guideline, .logic),
            CheckDefinition("sound", .guideline, .logic),
            CheckDefinition("modern_input", .guideline, .interaction),
            CheckDefinition("keys_dont_scroll", .guideline, .interaction),
        ])
}
