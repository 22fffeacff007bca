import CGif
import Foundation

/// An endless animation in the GIF format, by giflib.
///
/// Each frame holds only the rectangle that differs from the frame before.
public struct AnimatedGIF {
    public struct Failure: Error, CustomStringConvertible {
        public var description: String
    }

    /// Hundredths of a second, the format's unit of time; viewers slow down what is shorter than two.
    private static let delayMin = 2
    /// Blocks of an extension are at most this long.
    private static let loopBlock: [UInt8] = [1, 0, 0]

    /// - Parameters:
    ///   - frames: pictures of the same size.
    ///   - delays: how long each is shown, in milliseconds; as many as frames.
    public static func data(frames: [Picture], delays: [Double]) throws(Failure) -> Data {
        guard let first = frames.first, frames.count == delays.count, frames.allSatisfy({ $0.width == first.width && $0.height == first.height })
        else { throw Failure(description: "an animation needs pictures of the same size") }
        let pixels = frames.map { $0.pixels() }
        var table = ColourTable(of: pixels)
        let indexed = pixels.map { frame in frame.map { table.index(of: $0) } }
        let sink = ByteSink()
        let file = try open(writingTo: sink)
        try check(begin(file, first, table))
        var clock = 0.0
        for (index, frame) in indexed.enumerated() {
            let start = (clock / 10).rounded()
            clock += delays[index]
            let delay = max(Self.delayMin, Int((clock / 10).rounded() - start))
            let area = index == 0 ? Area(width: first.width, height: first.height) : Area(ofChanges: frame, from: indexed[index - 1], width: first.width)
            try check(put(frame, area, width: first.width, delay: delay, in: file))
        }
        var code: Int32 = 0
        try check(EGifCloseFile(file, &code) == GIF_OK)
        return sink.data
    }

    private final class ByteSink {
        var data = Data()
    }

    private static func open(writingTo sink: ByteSink) throws(Failure) -> UnsafeMutablePointer<GifFileType> {
        var code: Int32 = 0
        let file = EGifOpen(Unmanaged.passUnretained(sink).toOpaque(), { file, bytes, count in
            guard let file, let bytes, let sink = file.pointee.UserData else { return 0 }
            Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().data.append(bytes, count: Int(count))
            return count
        }, &code)
        guard let file else { throw Failure(description: "the animation can't be begun (giflib's error \(code))") }
        EGifSetGifVersion(file, true)
        return file
    }

    private static func begin(_ file: UnsafeMutablePointer<GifFileType>, _ picture: Picture, _ table: ColourTable) -> Bool {
        // The format wants a power of two.
        var size = 2
        while size < table.colours.count { size *= 2 }
        let padded = table.colours + [UInt32](repeating: 0, count: size - table.colours.count)
        let entries = padded.map { GifColorType(Red: UInt8($0 >> 16 & 255), Green: UInt8($0 >> 8 & 255), Blue: UInt8($0 & 255)) }
        guard let map = GifMakeMapObject(Int32(size), entries) else { return false }
        defer { GifFreeMapObject(map) }
        return EGifPutScreenDesc(file, Int32(picture.width), Int32(picture.height), 8, 0, map) == GIF_OK
            && EGifPutExtensionLeader(file, APPLICATION_EXT_FUNC_CODE) == GIF_OK
            && EGifPutExtensionBlock(file, 11, "NETSCAPE2.0") == GIF_OK
            && EGifPutExtensionBlock(file, Int32(loopBlock.count), loopBlock) == GIF_OK && EGifPutExtensionTrailer(file) == GIF_OK
    }

    private static func put(
        _ frame: [UInt8], _ area: Area, width: Int, delay: Int, in file: UnsafeMutablePointer<GifFileType>
    ) -> Bool {
        // Leave the frame as it is for the next one; no colour is transparent.
        let control: [UInt8] = [1 << 2, UInt8(delay & 255), UInt8(min(delay >> 8, 255)), 0]
        guard EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, Int32(control.count), control) == GIF_OK,
            EGifPutImageDesc(file, Int32(area.x), Int32(area.y), Int32(area.width), Int32(area.height), false, nil) == GIF_OK
        else { return false }
        for row in area.y..<area.y + area.height {
            var line = Array(frame[row * width + area.x..<row * width + area.x + area.width])
            guard EGifPutLine(file, &line, Int32(line.count)) == GIF_OK else { return false }
        }
        return true
    }

    private static func check(_ isDone: Bool) throws(Failure) {
        guard isDone else { throw Failure(description: "giflib can't write the animation") }
    }
}

/// A rectangle of pixels.
private struct Area {
    var x = 0
    var y = 0
    var width: Int
    var height: Int

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// What holds all differences of two frames; one pixel when there are none, as a frame can't be empty.
    init(ofChanges frame: [UInt8], from last: [UInt8], width: Int) {
        var (left, right, top, bottom) = (Int.max, -1, Int.max, -1)
        for index in frame.indices where frame[index] != last[index] {
            left = min(left, index % width)
            right = max(right, index % width)
            top = min(top, index / width)
            bottom = index / width
        }
        self.init(width: max(1, right - left + 1), height: max(1, bottom - top + 1))
        if right >= 0 { (x, y) = (left, top) } else { (self.width, self.height) = (1, 1) }
    }
}
