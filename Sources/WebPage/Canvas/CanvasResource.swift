import Foundation

/// A picture that the commands of a recording refer to.
public enum CanvasResource {
    /// A canvas as it was at that moment. Pictures of pictures share parts, so each is fetched only when it is drawn.
    case recording(id: Int, () -> CanvasRecording?)
    /// The canvas that is being drawn on, as it is when the command is reached.
    case itself
    /// RGBA bytes, not premultiplied.
    case pixels(id: Int, width: Int, height: Int, Data)
    /// The bytes of an image file.
    case encoded(id: Int, Data)

    /// Different for different pictures of a page; 0 for the canvas itself.
    public var id: Int {
        switch self {
        case .recording(let id, _), .pixels(let id, _, _, _), .encoded(let id, _): id
        case .itself: 0
        }
    }
}
