import ScriptEngine
import WebPage

extension Page {
    /// Whether elements of a cell's size are on their way to another look, as a style's transitions bring them there.
    public func isFading(_ field: FieldGeometry) -> Bool {
        decode(Bool.self, from: "isFading", context.value(field.cellWidth), context.value(field.cellHeight)) ?? false
    }
}
