import CCairo
import Foundation
import Synchronization

/// Font files that pages brought along, by number, for as long as the process runs: pages of the same game bring the same
/// files, and drawn text may outlive its page.
enum WebFonts {
    /// A file's bytes, which FreeType reads from as it goes, and the face in it.
    private struct Entry: @unchecked Sendable {
        var data: NSData
        var face: OpaquePointer
    }

    private struct Library: @unchecked Sendable {
        var pointer: FT_Library?
        var entries: [Entry] = []
        var byteCount = 0
    }

    /// More than this, counted in files or bytes, and further files are refused.
    private static let countMax = 256
    private static let bytesMax = 64 << 20
    private static let library = Mutex(Library())

    /// The number of a font file (TrueType, OpenType, WOFF or WOFF2); nil when it is none that FreeType reads.
    static func add(_ data: Data) -> Int? {
        library.withLock { library in
            if let known = library.entries.firstIndex(where: { $0.data == data as NSData }) { return known }
            guard library.entries.count < countMax, library.byteCount + data.count <= bytesMax else { return nil }
            if library.pointer == nil, FT_Init_FreeType(&library.pointer) != 0 { return nil }
            let bytes = NSData(data: data)
            var face: FT_Face?
            let start = bytes.bytes.assumingMemoryBound(to: FT_Byte.self)
            guard FT_New_Memory_Face(library.pointer, start, FT_Long(bytes.length), 0, &face) == 0, let face,
                let cairo = cairo_ft_font_face_create_for_ft_face(face, 0)
            else { return nil }
            library.entries.append(Entry(data: bytes, face: cairo))
            library.byteCount += bytes.length
            return library.entries.count - 1
        }
    }

    /// Cairo's face of a font file, with a reference for the caller.
    static func face(_ id: Int) -> OpaquePointer? {
        library.withLock { library in
            library.entries.indices.contains(id) ? cairo_font_face_reference(library.entries[id].face) : nil
        }
    }
}
