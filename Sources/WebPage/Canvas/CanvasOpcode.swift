/// The commands of a recording; the same table stands in `canvas-commands.js`.
enum CanvasOpcode: Int {
    case transform = 1
    case fillColor, strokeColor, fillGradient, strokeGradient, fillPattern, strokePattern
    case globalAlpha, composite, line, lineDash, shadow, font, smoothing, filter, clipReset, clip
    case fillRect = 20
    case strokeRect, clearRect, path, fill, stroke, fillText, strokeText, drawImage, putImage
}
