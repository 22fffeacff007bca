extension ScriptParser {
    /// The parts of an expectation's expression that are worth showing with their values: names, member chains,
    /// calls, and both sides of comparisons. Empty for what isn't an expression.
    public func operands(of expression: String) throws(ScriptParserError) -> [OperandRange] {
        try operandLists.value(for: expression) { () throws(ScriptParserError) in
            guard let json = try loaded().call("operands", expression) else { return [] }
            return try ParserProgram.decode([OperandRange].self, json)
        }
    }
}
