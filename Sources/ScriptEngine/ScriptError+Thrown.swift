extension ScriptError {
    /// Reads an exception object. Its properties can be accessors of the script that threw it, so whatever fails
    /// while they are read is left out.
    init(thrown value: ScriptValue) {
        guard value.isObject else {
            self.init(name: "Error", message: value.description)
            return
        }
        func text(_ name: String) -> String? {
            guard let property = try? value.property(name), property.isString else { return nil }
            return property.description
        }
        func integer(_ name: String) -> Int? {
            guard let property = try? value.property(name), property.isNumber else { return nil }
            return Int(exactly: property.number)
        }
        self.init(
            name: text("name") ?? "Error", message: text("message") ?? value.description,
            source: text("sourceURL"), line: integer("line"), column: integer("column"), stack: text("stack"))
    }
}
